import type { Class } from '#contracts';
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { apiControllers } from '../apps/gateway/src/gateway.module.js';
import { describeApi } from '../apps/gateway/src/openapi.js';

/** `libs/api-client/src/schema.ts`: the public API as types, for whoever speaks to it over HTTP. */
export async function apiTypes(): Promise<string> {
  const document = describeApi(apiControllers as Class[]) as unknown as OpenAPI3;
  const notice = '// Made from the OpenAPI document by `npm run docs`; do not edit.\n';
  return notice + astToString(await openapiTypes(document));
}
