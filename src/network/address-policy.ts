import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv4 } from 'node:net';

/** An address of the network, as sockets take it. */
export interface Place {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a host's name. */
export type Resolve = (host: string) => Promise<readonly Place[]>;

/** What no partner's receiver has: this machine, networks of its own, what is reserved, the clouds' own services. */
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
  // Of what is routed, all that stands for another address or is an example.
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
];

/** Of IPv6, nothing else is routed on the Internet: neither loopback, private and link-local addresses nor mapped IPv4. */
const routed = ['2000::/3'];

const publicPorts = ['', '443', '8443'];

/** Names that mean this machine or one nearby, whatever they resolve to. */
const nearby = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/** Which addresses the hub may send to on a partner's behalf: public ones, and what the configuration allows. */
export class AddressPolicy {
  readonly #forbidden = listOf(forbidden);
  readonly #routed = listOf(routed);
  readonly #allowed: Lists;
  readonly #allowedHosts: ReadonlySet<string>;

  /**
   * @param allow what else may be reached, also by http and on every port: addresses, networks such as `10.1.0.0/16`, hosts
   * @param resolve asks for all addresses of a name
   */
  constructor(
    allow: readonly string[],
    private readonly resolve: Resolve = (host) => lookup(host, { all: true }),
  ) {
    const isNetwork = (it: string) => isIP(it.split('/')[0] as string) !== 0;
    this.#allowed = listOf(allow.filter(isNetwork));
    this.#allowedHosts = new Set(allow.filter((it) => !isNetwork(it)).map((it) => it.toLowerCase()));
  }

  /** Whether an address may be somebody's receiver, as far as its text says: where a name leads shows when it is used. */
  mayBe(address: string): boolean {
    if (!URL.canParse(address)) return false;
    const url = new URL(address);
    const host = hostOf(url);
    if (url.username || url.password || url.hash || !/^https?:$/.test(url.protocol) || !host) return false;
    if (this.#allowedHosts.has(host)) return true;
    if (isIP(host)) return this.#mayReach(url, host);
    return isPublic(url) && host.includes('.') && !nearby.test(host);
  }

  /**
   * The addresses that a receiver may be reached at, which are to be connected to as they are: who asked for
   * them again could be told others.
   * @throws Error when there is none, or one among them that may not be reached
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

/** Whether a receiver that nothing more is known of may be reached so. */
function isPublic(url: URL): boolean {
  return url.protocol === 'https:' && publicPorts.includes(url.port);
}

/** The host of an address, without brackets and without the dot of the root. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Apart, because a list takes a mapped IPv4 address for the address itself. */
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
