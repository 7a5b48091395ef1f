// Generated from openapi/authorizing.v1.json by `npm run openapi`: not to be edited.
export * from './authorizing.v1.ts';
