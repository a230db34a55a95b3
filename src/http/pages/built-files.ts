import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const types: Record<string, string> = {
  '.json': 'application/json; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** A file in all forms in which it may be sent. */
export interface ServedFile {
  readonly body: Buffer;
  readonly gzipped: Buffer;
  readonly brotli: Buffer;
}

/**
 * Serves the files of a built page at `<path>/:file`, and no other file. Their names have a hash of their contents, so
 * browsers keep them for good. The build has compressed each file; a file is read at its first request.
 * @param folder the folder of the files, without sub-folders
 */
export function serveBuiltFiles(app: FastifyInstance, path: string, folder: URL): void {
  const names = new Set(readdirSync(folder).filter((it) => !/\.(br|gz)$/.test(it)));
  const files = new Map<string, Promise<ServedFile>>();
  app.get<{ Params: { file: string } }>(`${path}/:file`, (request, reply) => {
    const { file: name } = request.params;
    if (!names.has(name)) return reply.callNotFound();
    const file = files.get(name) ?? readForms(folder, name);
    files.set(name, file);
    return sendImmutable(request, reply, name, `"${name}"`, file);
  });
}

/** Reads a file in all forms, as the build wrote them. */
async function readForms(folder: URL, name: string): Promise<ServedFile> {
  const [body, gzipped, brotli] = await Promise.all(
    ['', '.gz', '.br'].map((form) => readFile(new URL(name + form, folder))),
  );
  return { body, gzipped, brotli } as ServedFile;
}

/** Sends a file whose address changes with its contents, in the best form that the client accepts. */
export async function sendImmutable(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  etag: string,
  file: Promise<ServedFile>,
): Promise<FastifyReply> {
  reply.headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding', etag });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  reply.type(types[extname(name)] ?? 'application/octet-stream');
  const { body, gzipped, brotli } = await file;
  const accepted = request.headers['accept-encoding'] ?? '';
  if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(brotli);
  if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(gzipped);
  return reply.send(body);
}

/** Compresses a file in all forms. */
export async function compressed(body: Buffer): Promise<ServedFile> {
  // Level 5 is as small as gzip's best, and ten times faster than the default.
  const level = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const [gzipped, brotli] = await Promise.all([
    promisify(gzip)(body),
    promisify(brotliCompress)(body, level),
  ]);
  return { body, gzipped, brotli };
}
