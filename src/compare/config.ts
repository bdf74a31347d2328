import type { ImageConfig } from '../result/measurement.ts';
import type { Comparison } from '../result/result.ts';
import { isRedacted, redactNamed, redactText, redactValue, redactWords } from '../redact.ts';
import { isSecret } from '../secrets.ts';

/** They differ with every build, and say nothing of the image. */
const noisyLabels: ReadonlySet<string> = new Set([
  'org.opencontainers.image.created',
  'org.opencontainers.image.revision',
]);

/** Settings that changed, each as text: lists as JSON, variables and labels one by one, `env.PATH`. */
export function changedConfig(before: ImageConfig, after: ImageConfig): Comparison['config'] {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  const changes: Comparison['config'] = [];
  for (const field of new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(field), now.get(field)];
    if (from === to || sameOnceRedacted(field, from, to)) continue;
    changes.push({
      field,
      ...(from !== undefined && { before: shown(field, from) }),
      ...(to !== undefined && { after: shownAfter(field, from, to) }),
    });
  }
  return changes;
}

/** `env.NAME` or `labels.NAME`: the name; other settings have values that speak for themselves. */
function nameOf(field: string): string | undefined {
  return /^(?:env|labels)\.(.*)$/s.exec(field)?.[1];
}

/** A stored measurement holds no secrets: against one, a secret of the same length counts as the same. */
function sameOnceRedacted(field: string, from: string | undefined, to: string | undefined): boolean {
  const name = nameOf(field);
  if (name === undefined || from === undefined || to === undefined) return false;
  if (!isRedacted(from) && !isRedacted(to)) return false;
  const [before, after] = [from, to].map((value) => (isSecret(name, value) ? redactValue(value) : value));
  return before === after;
}

function shown(field: string, value: string): string {
  const name = nameOf(field);
  return redactText(name === undefined ? value : redactNamed(name, value));
}

/** Two secrets of one length look alike; that it changed is no secret. */
function shownAfter(field: string, from: string | undefined, to: string): string {
  const after = shown(field, to);
  const looksSame = from !== undefined && shown(field, from) === after;
  return looksSame ? after.replace(/, not shown\)/, ', not shown, changed)') : after;
}

function settingsOf(config: ImageConfig): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  const put = (field: string, value: unknown): void => {
    const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
    if (text !== '' && text !== '[]') settings.set(field, text);
  };
  put('user', config.user);
  put('entrypoint', config.entrypoint && redactWords(config.entrypoint));
  put('cmd', config.cmd && redactWords(config.cmd));
  put('workingDir', config.workingDir);
  for (const variable of config.env) {
    const equals = variable.indexOf('=');
    const name = equals < 0 ? variable : variable.slice(0, equals);
    // A variable that is set to nothing is not the same as none.
    settings.set(`env.${name}`, equals < 0 ? '' : variable.slice(equals + 1));
  }
  put('exposedPorts', config.exposedPorts.toSorted());
  put('volumes', config.volumes.toSorted());
  for (const [name, value] of Object.entries(config.labels))
    if (!noisyLabels.has(name)) settings.set(`labels.${name}`, value);
  put('healthcheck', config.healthcheck && { ...config.healthcheck, test: redactWords(config.healthcheck.test) });
  put('stopSignal', config.stopSignal);
  put('shell', config.shell);
  put('onBuild', config.onBuild);
  return settings;
}
