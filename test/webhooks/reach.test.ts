import { isIP } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { AddressPolicy, type Place } from '../../src/network/address-policy.js';

const place = (address: string): Place => ({ address, family: isIP(address) });
const strict = new AddressPolicy([], async () => [place('192.0.2.1')]);

/** Private and reserved addresses: the first, the last, or a sensitive address of each network. */
const privateAddresses = [
  '0.0.0.0',
  '0.255.255.255',
  '10.0.0.1',
  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:169.254.169.254',
  '::ffff:8.8.8.8',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::808:808',
  '64:ff9b:1::a00:1',
  '100::1',
  '2001::1',
  '2001:2::1',
  '2001:10::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
];

const publicAddresses = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.1.1',
  '192.167.255.255',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2001:200::1',
  '2003::1',
  '2606:4700::1111',
];

/** Other spellings of private addresses, and other addresses that are not allowed for webhooks. */
const hostile = [
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://127.1/',
  'https://127.0.1/',
  'https://127.0.0.1./',
  'https://①②⑦.⓪.⓪.①/',
  'https://１２７。０。０。１/',
  'https://3232235777/',
  'https://0xA9FEA9FE/',
  'https://[::ffff:7f00:1]/',
  'https://[0:0:0:0:0:ffff:127.0.0.1]/',
  'https://[0000:0000:0000:0000:0000:0000:0000:0001]/',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://a.localhost/',
  'https://ⓛocalhost/',
  'https://metadata.google.internal/',
  'https://metadata.google.internal./',
  'https://printer.local/',
  'https://router.lan/',
  'https://intranet/',
  'https://db/',
  'https://user@partner.example/',
  'https://user:password@partner.example/',
  'https://:password@partner.example/',
  'https://partner.example@127.0.0.1/',
  'https://127.0.0.1#@partner.example/',
  'https://partner.example/#fragment',
  'https://partner.example:22/',
  'https://partner.example:5432/',
  'https://partner.example:80/',
  'http://partner.example/',
  'http://partner.example:443/',
  'ftp://partner.example/',
  'file:///etc/passwd',
  'gopher://127.0.0.1/',
  'data:text/plain,x',
  'javascript:1',
  'partner.example',
  '//partner.example/',
  'https://',
  'https:///',
  'https://exa mple.example/',
  '',
];

const written = (address: string) => (isIP(address) === 6 ? `[${address}]` : address);

describe('an address for a webhook', () => {
  it('is refused when it is private or reserved, in every spelling', () => {
    const all = [...privateAddresses.map((it) => `https://${written(it)}/`), ...hostile];
    expect(all.filter((it) => strict.mayBe(it))).toEqual([]);
    console.info(`webhooks: ${all.length} spellings of hostile addresses, 0 taken`);
  });

  it('is accepted when it is public, with https, on port 443 or 8443', () => {
    const public_ = [
      ...publicAddresses.map((it) => `https://${written(it)}/`),
      'https://partner.example',
      'https://partner.example./hub',
      'https://partner.example:8443/hub?key=value',
      'https://söder.example/',
      'https://localhost.partner.example/',
    ];
    expect(public_.filter((it) => !strict.mayBe(it))).toEqual([]);
  });

  it('is refused when one of the addresses of its host name is private', async () => {
    const url = new URL('https://partner.example/');
    for (const address of privateAddresses) {
      for (const places of [[place(address)], [place('1.1.1.1'), place(address)]]) {
        await expect(new AddressPolicy([], async () => places).placesOf(url)).rejects.toThrow(
          'not to be reached',
        );
      }
    }
    await expect(new AddressPolicy([], async () => []).placesOf(url)).rejects.toThrow();
    const fine = publicAddresses.map(place);
    expect(await new AddressPolicy([], async () => fine).placesOf(url)).toEqual(fine);
  });

  it('may be private, with http and any port, if the configuration allows exactly that address, network or host', async () => {
    const addressPolicy = new AddressPolicy(['127.0.0.1', '10.1.0.0/16', '::1', 'receiver'], async () => [
      place('172.17.0.2'),
    ]);
    for (const it of ['http://127.0.0.1:9/', 'http://10.1.2.3/', 'https://[::1]:1/', 'http://receiver:8080/'])
      expect([it, addressPolicy.mayBe(it)]).toEqual([it, true]);
    for (const it of [
      'http://127.0.0.2/',
      'http://10.2.0.1/',
      'http://[::2]/',
      'http://receivers/',
      'http://1.1.1.1/',
    ])
      expect([it, addressPolicy.mayBe(it)]).toEqual([it, false]);
    expect(await addressPolicy.placesOf(new URL('http://receiver:8080/'))).toEqual([place('172.17.0.2')]);
    await expect(addressPolicy.placesOf(new URL('https://other.example/'))).rejects.toThrow();
    // An IPv4-mapped IPv6 address does not match an allowed IPv4 address.
    expect(addressPolicy.mayBe('https://[::ffff:127.0.0.1]/')).toBe(false);
  });
});
