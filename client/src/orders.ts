// Generated from openapi/orders.v1.json by `npm run openapi`: not to be edited.
export * from './orders.v1.ts';
