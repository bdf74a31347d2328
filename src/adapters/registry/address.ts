import { BlockList, isIP } from 'node:net';

/** How far an address reaches: this machine and its link, a network of someone's own, or everywhere. */
export type Reach = 'local' | 'private' | 'public';

/** IANA's special-purpose registries; what embeds another address (6to4, NAT64, Teredo) counts as local, for nobody needs it. */
const local = blockList(
  ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '224.0.0.0/3'],
  [
    '::/128',
    '::1/128',
    'fe80::/10',
    'fec0::/10',
    'ff00::/8',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '2002::/16',
    '2001::/32',
  ],
);
const privateNetworks = blockList(
  ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', '198.18.0.0/15'],
  ['fc00::/7'],
);

/** The reach of an IP address without brackets. */
export function reachOfAddress(address: string): Reach {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (local.check(address, family)) return 'local';
  return privateNetworks.check(address, family) ? 'private' : 'public';
}

/** The reach that a URL's host states by itself. @returns undefined for a name, which must be looked up. */
export function reachOfHost(hostname: string): Reach | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (isIP(bare) !== 0) return reachOfAddress(bare);
  return /(?:^|\.)localhost\.?$/.test(bare) ? 'local' : undefined;
}

/** True for hosts that are this machine: `localhost`, 127.0.0.0/8, `[::1]`. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'));
}

function blockList(v4: readonly string[], v6: readonly string[]): BlockList {
  const list = new BlockList();
  const add = (subnets: readonly string[], family: 'ipv4' | 'ipv6'): void => {
    for (const subnet of subnets) {
      const [network = '', bits] = subnet.split('/');
      list.addSubnet(network, Number(bits), family);
    }
  };
  add(v4, 'ipv4');
  add(v6, 'ipv6');
  return list;
}
