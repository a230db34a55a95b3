import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv4 } from 'node:net';

/** An IP address, as sockets expect it. */
export interface Place {
  readonly address: string;
  readonly family: number;
}

/** Resolves a host name to all its IP addresses. */
export type Resolve = (host: string) => Promise<readonly Place[]>;

/** Networks that no partner's receiver may use: this machine, private and reserved networks, services of cloud providers. */
const forbidden = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  // Routed IPv6 networks that embed another address (such as 6to4), are special or are for documentation.
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
];

/** The only IPv6 network that is routed on the Internet. It excludes loopback, private, link-local and mapped IPv4 addresses. */
const routed = ['2000::/3'];

const publicPorts = ['', '443', '8443'];

/** Host names of this machine or the local network, whatever address they resolve to. */
const localNames = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/** The addresses to which the hub may send on behalf of a partner: public ones, and those that the configuration allows. */
export class AddressPolicy {
  readonly #forbidden = listOf(forbidden);
  readonly #routed = listOf(routed);
  readonly #allowed: Lists;
  readonly #allowedHosts: ReadonlySet<string>;

  /**
   * @param allow additional addresses, networks such as `10.1.0.0/16` and hosts, also by http and on every port
   * @param resolve resolves a host name to all its addresses
   */
  constructor(
    allow: readonly string[],
    private readonly resolve: Resolve = (host) => lookup(host, { all: true }),
  ) {
    const isNetwork = (it: string) => isIP(it.split('/')[0] as string) !== 0;
    this.#allowed = listOf(allow.filter(isNetwork));
    this.#allowedHosts = new Set(allow.filter((it) => !isNetwork(it)).map((it) => it.toLowerCase()));
  }

  /** Whether the address of a receiver is acceptable by its text. Host names are resolved and checked on each use. */
  mayBe(address: string): boolean {
    if (!URL.canParse(address)) return false;
    const url = new URL(address);
    const host = hostOf(url);
    if (url.username || url.password || url.hash || !/^https?:$/.test(url.protocol) || !host) return false;
    if (this.#allowedHosts.has(host)) return true;
    if (isIP(host)) return this.#mayReach(url, host);
    return isPublic(url) && host.includes('.') && !localNames.test(host);
  }

  /**
   * Resolves and checks the IP addresses of a receiver. Connect to exactly these addresses: a second DNS lookup
   * could return others.
   * @throws Error when there is no address, or when one of them is not allowed
   */
  async placesOf(url: URL): Promise<readonly Place[]> {
    const host = hostOf(url);
    const places = isIP(host) ? [{ address: host, family: isIP(host) }] : await this.resolve(host);
    const all = this.#allowedHosts.has(host) || places.every(({ address }) => this.#mayReach(url, address));
    if (places.length === 0 || !all) throw new Error('not to be reached');
    return places;
  }

  #mayReach(url: URL, address: string): boolean {
    if (isIn(this.#allowed, address)) return true;
    if (!isPublic(url) || isIn(this.#forbidden, address)) return false;
    return isIPv4(address) || isIn(this.#routed, address);
  }
}

/** Whether the scheme and the port are allowed for a receiver that the configuration does not list. */
function isPublic(url: URL): boolean {
  return url.protocol === 'https:' && publicPorts.includes(url.port);
}

/** The host of an address, without brackets and without a trailing dot. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Separate lists per family, because a BlockList treats an IPv4-mapped IPv6 address as the IPv4 address. */
interface Lists {
  readonly ipv4: BlockList;
  readonly ipv6: BlockList;
}

function listOf(networks: readonly string[]): Lists {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const network of networks) {
    const [address = '', length] = network.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    lists[family].addSubnet(address, Number(length ?? (family === 'ipv4' ? 32 : 128)), family);
  }
  return lists;
}

function isIn(lists: Lists, address: string): boolean {
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  return lists[family].check(address, family);
}
