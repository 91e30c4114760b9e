# shellcheck shell=bash
# What scanners are made of. Sourced after words.sh; RIG_WORK holds the modules.

# keyboards: a program may be a USB keyboard.
keyboards() {
  load uhid hid-generic evdev
  export CHECKPOINT_RIG_UHID=/dev/uhid
}

# virtual_port: a USB scanner that is a virtual port, in a USB controller that leads back to this machine. It is not plugged in: the tests do that.
virtual_port() {
  local gadget=/sys/kernel/config/usb_gadget/scanner
  load dummy_hcd libcomposite usb_f_acm cdc_acm
  mountpoint -q /sys/kernel/config || mount -t configfs configfs /sys/kernel/config
  mkdir -p "$gadget/strings/0x409" "$gadget/configs/c.1" "$gadget/functions/acm.0"
  echo 0x0525 >"$gadget/idVendor"
  echo 0xa4a7 >"$gadget/idProduct"
  echo "Checkpoint scanner" >"$gadget/strings/0x409/product"
  ln -sfn "$gadget/functions/acm.0" "$gadget/configs/c.1/acm.0"
  export CHECKPOINT_RIG_GADGET=$gadget
}

keyboards
virtual_port
