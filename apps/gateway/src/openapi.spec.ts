import { describe, expect, it } from '@jest/globals';
import { type Class, fieldsOf, roles, serviceNames, services } from '#contracts';
import { type Endpoint, endpointsOf } from './endpoint.js';
import { expectation } from './explain.js';
import { apiControllers } from './gateway.module.js';
import { describeApi } from './openapi.js';

const endpoints: Endpoint[] = apiControllers.flatMap((controller) =>
  endpointsOf(controller as Class).map(([, endpoint]) => endpoint),
);

describe('the API', () => {
  it('serves every request that a person may make', () => {
    const served = new Set(endpoints.map(({ contract }) => contract.input));
    const forPeople = serviceNames
      .flatMap((name) => services[name].answers)
      .filter(({ callers }) =>
        callers.some((caller) => caller === 'public' || roles.some((role) => role === caller)),
      )
      // Their inputs are read from the session, from the refresh request of both kinds, from that of a file.
      .filter(({ subject }) => !/\.(signOut|refreshSession|readStretch|readOwnData)$/.test(subject));
    expect(forPeople.filter(({ input }) => !served.has(input)).map(({ subject }) => subject)).toEqual([]);
  });

  it('can say of every field in both languages what it must be like', () => {
    for (const { contract } of endpoints)
      for (const { name, schema } of fieldsOf(contract.input)) {
        const { zh, en } = expectation(schema);
        expect([name, zh, en].join()).not.toMatch(/undefined|Infinity|NaN/);
        expect(zh.length * en.length).toBeGreaterThan(0);
      }
  });
});

interface Operation {
  operationId: string;
  summary: string;
  security: unknown;
  responses: Record<string, unknown>;
}

describe('its document', () => {
  const document = describeApi(apiControllers as unknown as Class[]);
  const text = JSON.stringify(document);
  const operations = Object.values(document['paths'] as Record<string, Record<string, Operation>>).flatMap(
    (methods) => Object.values(methods),
  );

  it('names every operation once and says who may, what comes and what goes wrong', () => {
    expect(operations).toHaveLength(endpoints.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(endpoints.length);
    for (const { summary, security, responses } of operations) {
      expect(summary).toMatch(/^[^ ].* · [A-Z]/);
      expect(security).toBeDefined();
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '429', '500', '503', '504']));
      expect(Object.keys(responses).filter((status) => status.startsWith('2'))).toHaveLength(1);
    }
  });

  it('refers to nothing that is not there', () => {
    const refs = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? ''));
    expect(refs.size).toBeGreaterThan(20);
    for (const ref of refs) {
      const target = ref
        .split('/')
        .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document);
      expect([ref, target]).toEqual([ref, expect.any(Object)]);
    }
  });
});
