// A short beep for a scanned line, as soon as the browser lets the page play at all. The highlight says the same.

/** @import { Snapshot } from '../messages.js' */

/** @type {AudioContext | null} */
let audio = null;

/**
 * @param {Snapshot | null} before
 * @param {Snapshot} now
 */
export function beepOnNewLine(before, now) {
  const key = scanned(now);
  if (key && before && key !== scanned(before)) beep();
}

/** @param {Snapshot} snapshot */
function scanned(snapshot) {
  const line = snapshot.screen.type === 'basket' ? snapshot.screen.lines[0] : null;
  return line?.justScanned ? `${line.id} ${line.count}` : null;
}

function beep() {
  audio ??= new AudioContext();
  if (audio.state !== 'running') {
    audio.resume().catch(() => {});
    return;
  }
  const tone = audio.createOscillator(),
    gain = audio.createGain(),
    start = audio.currentTime;
  tone.frequency.value = 880;
  gain.gain.setValueAtTime(0.2, start);
  gain.gain.exponentialRampToValueAtTime(0.001, start + 0.09);
  tone.connect(gain).connect(audio.destination);
  tone.start(start);
  tone.stop(start + 0.1);
}
