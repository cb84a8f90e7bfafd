/** A capture with the messages of one TCP connection, a message a packet (libpcap file format 2.4, LINKTYPE_RAW). */
export function pcapOf(payloads: readonly Uint8Array[], port: number): Uint8Array {
  let sequence = 1;
  const records = payloads.map((payload, index) => {
    const packet = packetOf(payload, port, sequence);
    sequence += payload.length;
    return Buffer.concat([words('LE', index, 0, packet.length, packet.length), packet]);
  });
  const MAGIC = 0xa1b2c3d4;
  const RAW_IP = 101;
  const version = Buffer.from([2, 0, 4, 0]);
  return Buffer.concat([words('LE', MAGIC), version, words('LE', 0, 0, 0xffff, RAW_IP), ...records]);
}

function words(endian: 'LE' | 'BE', ...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes[`writeUInt32${endian}`](value, index * 4);
  return bytes;
}

/** IPv4 and TCP headers of 20 bytes each, without checksums, and the payload. */
function packetOf(payload: Uint8Array, port: number, sequence: number): Buffer {
  const ip = Buffer.from('450000000000400040060000' + '7f000001' + '7f000001', 'hex');
  ip.writeUInt16BE(40 + payload.length, 2);
  const tcp = Buffer.from('9c40' + '0000' + '00000000' + '00000001' + '5018ffff' + '00000000', 'hex');
  tcp.writeUInt16BE(port, 2);
  tcp.writeUInt32BE(sequence, 4);
  return Buffer.concat([ip, tcp, payload]);
}
