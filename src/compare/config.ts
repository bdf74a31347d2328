import type { ImageConfig } from '../result/measurement.ts';
import type { Comparison } from '../result/result.ts';

/** They differ with every build, and say nothing of the image. */
const noisyLabels: ReadonlySet<string> = new Set([
  'org.opencontainers.image.created',
  'org.opencontainers.image.revision',
]);

/** Names whose values are not for a report. */
const secretName = /passw|secret|token|credential|api_?key|private_?key|access_?key/i;

/** Settings that changed, each as text: lists as JSON, variables and labels one by one, `env.PATH`. */
export function changedConfig(before: ImageConfig, after: ImageConfig): Comparison['config'] {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  const changes: Comparison['config'] = [];
  for (const field of new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(field), now.get(field)];
    if (from === to) continue;
    const isSecret = field.startsWith('env.') && secretName.test(field);
    changes.push({
      field,
      ...(from !== undefined && { before: isSecret ? '(not shown)' : from }),
      ...(to !== undefined && { after: isSecret ? (from === undefined ? '(not shown)' : '(not shown, changed)') : to }),
    });
  }
  return changes;
}

function settingsOf(config: ImageConfig): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  const put = (field: string, value: unknown): void => {
    const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
    if (text !== '' && text !== '[]') settings.set(field, text);
  };
  put('user', config.user);
  put('entrypoint', config.entrypoint);
  put('cmd', config.cmd);
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
  put('healthcheck', config.healthcheck && JSON.stringify(config.healthcheck));
  put('stopSignal', config.stopSignal);
  put('shell', config.shell);
  put('onBuild', config.onBuild);
  return settings;
}
