/** Files that hold secrets by what they are for; matched on the absolute path. */
const secretFile =
  /\/(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.git-credentials|\.netrc|_netrc|\.pypirc|\.npmrc|\.dockercfg|\.docker\/config\.json|\.aws\/credentials|\.kube\/config|\.config\/gcloud\/[^/]*credentials[^/]*|\.cargo\/credentials(?:\.toml)?|\.vault-token|\.pgpass|\.my\.cnf|\.env(?:\.local|\.production)?|[^/]*\.(?:p12|pfx|jks|keystore|kdbx|ppk))$/;

/** Whether a file of this absolute path holds secrets; what packages ship is looked at by its folder. */
export function isSecretFile(path: string): boolean {
  return secretFile.test(path) && !/\/(?:node_modules|site-packages|dist-packages)\//.test(path);
}
