# shellcheck shell=bash
# Cameras of the kernel's own. Sourced after words.sh; RIG_WORK holds the modules.

# loopback_camera: shows what a program writes to it; a camera only once something has been written. A second one for a gate.
loopback_camera() {
  modprobe --dirname "$RIG_WORK/kernel" v4l2loopback devices=2 video_nr=10,11 card_label=Loopback,Gate exclusive_caps=1,1
  export CHECKPOINT_RIG_LOOPBACK=/dev/video10
}

# faulty_camera: a web camera with a test picture, whose faults can be asked for.
faulty_camera() {
  modprobe --dirname "$RIG_WORK/kernel" vivid n_devs=1 node_types=0x1 num_inputs=1 input_types=0x0 vid_cap_nr=20
  export CHECKPOINT_RIG_VIVID=/dev/video20
}

loopback_camera
faulty_camera
