// Generated from openapi/rates.v1.json by `npm run openapi`: not to be edited.
export * from './rates.v1.ts';
