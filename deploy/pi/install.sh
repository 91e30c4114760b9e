#!/usr/bin/env bash
# Installs the box's program, the hub's, or both, on this machine; run it again to upgrade. README.md says the rest.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
umask 022

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/lib/words.sh"
. "$HERE/lib/machine.sh"
. "$HERE/lib/files.sh"
. "$HERE/lib/program.sh"
. "$HERE/lib/services.sh"
. "$HERE/lib/uninstall.sh"

usage() {
    cat <<'TEXT'
用法 / Usage:
  install.sh [--edge DIR] [--hub DIR] [--dry-run] [--no-start] [--root DIR]
  install.sh --uninstall [--purge] [--dry-run] [--root DIR]

  --edge DIR    安装卡点盒程序          install the gate box from a published folder
  --hub DIR     安装中心程序            install the hub from a published folder
  --dry-run     只显示命令，不执行      print every command, run none
  --no-start    安装但不启动            install, but start nothing
  --root DIR    安装到另一个根目录      install under another root (an image, a test); this system stays as it is
  --uninstall   卸载，保留数据和配置    remove the programs, keep data and configuration
  --purge       同时删除数据和配置      delete data and configuration too (with --uninstall)
TEXT
}

edge='' hub='' uninstall=no purge=no
DRY_RUN=no START=yes ROOT=''
while [ $# -gt 0 ]; do
    case $1 in
        --edge | --hub | --root)
            [ -n "${2:-}" ] || fail "$1 后面要写一个目录。" "$1 needs a directory after it."
            case $1 in --edge) edge=$2 ;; --hub) hub=$2 ;; --root) ROOT=$2 ;; esac
            shift
            ;;
        --dry-run) DRY_RUN=yes ;;
        --no-start) START=no ;;
        --uninstall) uninstall=yes ;;
        --purge) purge=yes ;;
        -h | --help) usage && exit ;;
        *) usage >&2 && fail "不认识选项 $1。" "There is no option $1." ;;
    esac
    shift
done

[ -z "$ROOT" ] || ROOT=$(realpath -m -- "$ROOT")
[ "$ROOT" != / ] || ROOT=''

if [ "$uninstall" = yes ]; then
    [ -z "$edge$hub" ] || fail "卸载时不要写 --edge 或 --hub。" "--uninstall takes neither --edge nor --hub."
    check_rights
    uninstall "$purge"
    exit
fi

[ "$purge" = no ] || fail "--purge 只能和 --uninstall 一起用。" "--purge goes with --uninstall only."
[ -n "$edge$hub" ] || { usage >&2 && fail "请写明要装什么：--edge 或 --hub。" "Please say what to install: --edge or --hub."; }

# Everything that can be refused is looked at before anything is changed.
check_rights
check_architecture
dotnet=$(find_dotnet) || refuse_dotnet
[ -z "$edge" ] || check_published edge "$edge"
[ -z "$hub" ] || check_published hub "$hub"
ensure_packages "$edge"

place_dotnet "$dotnet"
[ -z "$edge" ] || install_program edge "$edge"
[ -z "$hub" ] || install_program hub "$hub"
