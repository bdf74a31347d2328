/** What runtimes set when the image sets no PATH: https://github.com/moby/moby/blob/master/oci/defaults.go */
const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The last value of a variable in `NAME=value` pairs. */
export function variable(env: readonly string[], name: string): string | undefined {
  return env.findLast((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Directories of the PATH a container of the image has; none when it is empty. */
export function pathOf(env: readonly string[]): readonly string[] {
  const path = variable(env, 'PATH') ?? defaultPath;
  return path === '' ? [] : path.split(':');
}
