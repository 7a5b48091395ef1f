// Generated from openapi/hooks.v1.json by `npm run openapi`: not to be edited.
export * from './hooks.v1.ts';
