import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DomainError, type ErrorEntry, errorCatalogue } from '#contracts';
import { Controller, Get, Inject, Param, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Open } from './endpoint.js';

export const documentToken = Symbol('document');

const assets: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};
const assetFolder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** Swagger UI styles its elements in place and draws with data: images; nothing comes from elsewhere. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

const page = `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>顺路 API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;
const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true });\n`;

/** The OpenAPI document, its page, and the page that explains each error code. */
@Controller()
export class DocsController {
  private readonly document: string;

  constructor(@Inject(documentToken) document: object) {
    this.document = JSON.stringify(document);
  }

  @Get('/api/openapi.json')
  @Open({ tagged: true })
  openapi(@Res() reply: FastifyReply): void {
    void reply.type('application/json; charset=utf-8').send(this.document);
  }

  @Get('/api/docs')
  @Open()
  page(@Res() reply: FastifyReply): void {
    sendPage(reply, page);
  }

  @Get('/api/docs/errors')
  @Open()
  errors(@Res() reply: FastifyReply): void {
    sendPage(reply, errorsPage());
  }

  @Get('/api/docs/start.js')
  @Open()
  start(@Res() reply: FastifyReply): void {
    void reply.type('text/javascript; charset=utf-8').send(start);
  }

  @Get('/api/docs/:asset')
  @Open()
  asset(@Param('asset') name: string): StreamableFile {
    const type = assets[name];
    if (!type || !Object.hasOwn(assets, name)) throw new DomainError('resource.notFound');
    return new StreamableFile(createReadStream(join(assetFolder, name)), { type });
  }
}

function sendPage(reply: FastifyReply, html: string): void {
  void reply.type('text/html; charset=utf-8').header('content-security-policy', pagePolicy).send(html);
}

function errorsPage(): string {
  const rows = Object.entries<ErrorEntry>(errorCatalogue).map(
    ([code, { status, title, advice }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td>` +
      `<td>${title.zh}<br>${advice.zh}</td><td lang="en">${title.en}<br>${advice.en}</td></tr>`,
  );
  return `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>顺路 · 错误代码 / error codes</title>
<style>body{font:16px/1.5 sans-serif;margin:2rem}td,th{border-bottom:1px solid #ccc;padding:.5rem;text-align:left;vertical-align:top}tr:target{background:#ffc}</style>
</head>
<body>
<h1>错误代码 / Error codes</h1>
<table>
<tr><th>code</th><th>HTTP</th><th>中文</th><th>English</th></tr>
${rows.join('\n')}
</table>
</body>
</html>
`;
}
