// Generated from openapi/shipping.v2.json by `npm run openapi`: not to be edited.
export * from './shipping.v2.ts';
