# shellcheck shell=bash
# A sound card of the kernel's own, which hears on one side what is played on the other. Sourced after words.sh; RIG_WORK holds the modules.

# loopback_sound: the card Loopback; udev, which makes its device files elsewhere, is not here.
loopback_sound() {
  load snd-pcm snd-timer
  modprobe --dirname "$RIG_WORK/kernel" snd-aloop id=Loopback pcm_substreams=1
  export CHECKPOINT_RIG_SOUND=Loopback
}

loopback_sound
