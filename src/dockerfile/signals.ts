const names = new Set(
  (
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP ' +
    'TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ'
  ).split(' '),
);

/** Whether the text names a Linux signal as Docker takes it: `SIGTERM`, `term`, `SIGRTMIN+3`, `9`. */
export function isSignal(text: string): boolean {
  if (/^[+-]?\d+$/.test(text)) return Number(text) !== 0;
  const name = text.toUpperCase().replace(/^SIG/, '');
  const offset = /^RT(MIN|MAX)(?:([+-])(\d{1,2}))?$/.exec(name);
  if (!offset) return names.has(name);
  const [, end, sign, distance] = offset;
  if (distance === undefined) return true;
  const steps = Number(distance);
  return (
    steps > 0 &&
    String(steps) === distance &&
    (end === 'MIN' ? sign === '+' && steps <= 15 : sign === '-' && steps <= 14)
  );
}
