// SPDX-License-Identifier: GPL-2.0
/*
 * A bus with an MLX90614 at address 0x5a. It sits behind the kernel's own I2C core: SMBus, packet error codes and i2c-dev are the real ones.
 * For tests only.
 *
 * The bus is called as the module. Parameters, in /sys/module/i2c_mlxsim/parameters:
 *   object, die  what is measured, in fiftieths of a kelvin (RAM registers 0x07 and 0x06)
 *   fault        what goes wrong, see enum fault
 *   whole        whether the controller takes whole messages, or only says that it knows SMBus
 *   transfers    how often it was asked for something
 */
#include <linux/delay.h>
#include <linux/i2c.h>
#include <linux/module.h>

#define ADDRESS 0x5a
#define DIE 0x06
#define OBJECT 0x07
#define CELLS 0x20
#define FLAGS 0xf0
#define READY 0x10
#define ERROR 0x8000

enum fault {
	GOOD,
	SILENT,		/* nobody acknowledges the address */
	WRONG_CODE,	/* the packet error code does not fit */
	TURNED_BIT,	/* a bit of the word is turned, and the code is that of the right one */
	STUCK,		/* the bus hangs until the controller gives up */
	FLAGGED,	/* the sensor could not measure, and says so with a good code */
	ONE_IN_FOUR,	/* every fourth word has a turned bit */
};

static ushort object = 0x3af7;
static ushort die = 0x3a00;
static int fault;
static bool whole = true;
static ulong transfers;
static u16 cells[32] = {
	[0x04] = 0xffff,	/* emissivity 1.0 */
	[0x0e] = 0xbe00 | ADDRESS,
	[0x1c] = 0x1234, [0x1d] = 0x5678, [0x1e] = 0x9abc, [0x1f] = 0xdef0,	/* its number */
};

module_param(object, ushort, 0644);
module_param(die, ushort, 0644);
module_param(fault, int, 0644);
module_param(whole, bool, 0644);
module_param(transfers, ulong, 0644);

/* CRC-8 of SMBus: x^8 + x^2 + x + 1 */
static u8 add(u8 code, u8 byte)
{
	int bit;

	code ^= byte;
	for (bit = 0; bit < 8; bit++)
		code = (code << 1) ^ (code & 0x80 ? 0x07 : 0);
	return code;
}

static int word_of(u8 command, u16 *word)
{
	if (command == DIE)
		*word = die;
	else if (command == OBJECT)
		*word = object;
	else if (command == FLAGS)
		*word = READY;
	else if ((command & 0xe0) == CELLS)
		*word = cells[command & 0x1f];
	else
		return -ENXIO;
	if (fault == FLAGGED && command != FLAGS)
		*word |= ERROR;
	return 0;
}

static int answer(u8 command, u8 *bytes, int count)
{
	u8 code = add(add(add(0, ADDRESS << 1), command), ADDRESS << 1 | 1);
	u8 line[3];
	u16 word;
	int at;

	if (word_of(command, &word))
		return -ENXIO;
	line[0] = word & 0xff;
	line[1] = word >> 8;
	line[2] = add(add(code, line[0]), line[1]);
	if (fault == WRONG_CODE)
		line[2] ^= 0xff;
	if (fault == TURNED_BIT || (fault == ONE_IN_FOUR && transfers % 4 == 3))
		line[0] ^= 0x10;
	for (at = 0; at < count; at++)
		bytes[at] = at < 3 ? line[at] : 0xff;
	return 0;
}

static int take(const u8 *bytes, int count)
{
	u8 code = add(0, ADDRESS << 1);
	int at;

	for (at = 0; at < count - 1; at++)
		code = add(code, bytes[at]);
	if (count != 4 || (bytes[0] & 0xe0) != CELLS || bytes[3] != code)
		return -EIO;	/* not acknowledged */
	cells[bytes[0] & 0x1f] = bytes[1] | bytes[2] << 8;
	return 0;
}

static int transfer(struct i2c_adapter *adapter, struct i2c_msg *messages, int count)
{
	int error = -EIO;

	transfers++;
	if (fault == STUCK) {
		msleep(100);
		return -ETIMEDOUT;
	}
	if (fault == SILENT || messages[0].addr != ADDRESS)
		return -ENXIO;
	if (count == 2 && messages[0].len == 1 && (messages[1].flags & I2C_M_RD) && messages[1].addr == ADDRESS)
		error = answer(messages[0].buf[0], messages[1].buf, messages[1].len);
	else if (count == 1 && !(messages[0].flags & I2C_M_RD))
		error = take(messages[0].buf, messages[0].len);
	return error ? error : count;
}

static u32 functionality(struct i2c_adapter *adapter)
{
	return I2C_FUNC_SMBUS_EMUL | (whole ? I2C_FUNC_I2C : 0);
}

static const struct i2c_algorithm algorithm = { .master_xfer = transfer, .functionality = functionality };
static struct i2c_adapter adapter = { .owner = THIS_MODULE, .algo = &algorithm, .name = KBUILD_MODNAME };

static int __init start(void)
{
	return i2c_add_adapter(&adapter);
}

static void __exit stop(void)
{
	i2c_del_adapter(&adapter);
}

module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("An I2C bus with an MLX90614, for tests");
