using System.Reflection;
using System.Runtime.CompilerServices;
using Checkpoint.Passages;

namespace Checkpoint.Architecture;

public sealed class CorePurityTests
{
    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Assembly Core = typeof(PassageMachine).Assembly;

    static readonly Type[] Types =
        [.. Core.GetTypes().Where(type => type.Namespace?.StartsWith("Checkpoint", StringComparison.Ordinal) == true)];

    [Fact]
    public void Core_stands_on_the_framework_alone() =>
        Core.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => name is not "netstandard") // a coverage run adds it
            .ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void Nothing_public_can_be_changed_after_its_birth()
    {
        var setters = Types.SelectMany(type => type.GetProperties()).Select(property => property.SetMethod)
            .Where(setter => setter?.IsPublic == true && !IsInit(setter));
        var fields = Types.Where(type => type is { IsVisible: true, IsEnum: false }).SelectMany(type => type.GetFields())
            .Where(field => !field.IsInitOnly && !field.IsLiteral);

        setters.ShouldBeEmpty();
        fields.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_in_core_waits()
    {
        var named = Types.SelectMany(type => type.GetMembers(Declared)).SelectMany(Mentioned).Distinct();

        named.ShouldAllBe(type => type.Namespace != "System.Threading.Tasks" && type.Namespace != "System.IO");
    }

    [Fact]
    public void Core_has_no_interface_and_no_open_class()
    {
        Types.ShouldAllBe(type => !type.IsInterface);
        Types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).ShouldBeEmpty();
    }

    static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    static IEnumerable<Type> Mentioned(MemberInfo member) => (member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        FieldInfo field => [field.FieldType],
        _ => [],
    }).SelectMany(type => type.IsGenericType ? type.GetGenericArguments().Append(type) : [type]);
}
