/** Files that hold secrets by what they are for; matched on the absolute path. {@link mayNameSecrets} knows what it begins or ends with. */
const secretFile =
  /\/(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.git-credentials|\.netrc|_netrc|\.pypirc|\.npmrc|\.dockercfg|\.docker\/config\.json|\.aws\/credentials|\.kube\/config|\.config\/gcloud\/[^/]*credentials[^/]*|\.cargo\/credentials(?:\.toml)?|\.vault-token|\.pgpass|\.my\.cnf|\.env(?:\.local|\.production)?|[^/]*\.(?:p12|pfx|jks|keystore|kdbx|ppk))$/;

const secretEndings = new Set(['p12', 'pfx', 'jks', 'keystore', 'kdbx', 'ppk']);

/** Rules out nearly every name of a large context before the whole pattern is tried on its path. */
function mayNameSecrets(path: string): boolean {
  const at = path.lastIndexOf('/') + 1;
  const first = path[at];
  if (first === '.' || first === '_') return true;
  if (first === 'i' && path.startsWith('id_', at)) return true;
  if (path.startsWith('config', at) || path.includes('credentials', at)) return true;
  return secretEndings.has(path.slice(path.lastIndexOf('.') + 1));
}

/** Whether a file of this absolute path holds secrets; what packages ship is looked at by its folder. */
export function isSecretFile(path: string): boolean {
  return (
    mayNameSecrets(path) && secretFile.test(path) && !/\/(?:node_modules|site-packages|dist-packages)\//.test(path)
  );
}
