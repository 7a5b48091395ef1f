// Generated from openapi/orders.v1.json by `npm run openapi`: not to be edited.
import createClient, { type Client, type ClientOptions } from 'openapi-fetch';

export interface paths {
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List orders
         * @description List orders. Newest first: created_at, then id, both descending.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Create an order
         * @description Create an order. Reserves its stock, all items or none: RESERVED. What is not paid within 15 minutes is canceled. FailedPrecondition, OUT_OF_STOCK: nothing is reserved, and the order is kept as CANCELED.
         */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an order
         * @description Read an order. As it is now.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}:cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order
         * @description Cancel an order. PENDING or RESERVED to CANCELED; frees the stock and any hold.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}:pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay an order
         * @description Pay an order. RESERVED to PAID (hold, then capture); the server then confirms. FailedPrecondition, PAYMENT_DECLINED: nothing was charged, and the order is canceled and its stock free. Unavailable or DeadlineExceeded: how it ends is not known yet; the same call with the same key tells.
         */
        post: operations["payOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}:refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund an order
         * @description Refund an order. Part of what was paid, or all that is left. PAID or CONFIRMED to REFUNDED once all is refunded; then what is still reserved is free.
         */
        post: operations["refundOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Cancel an order */
        CancelOrderBody: {
            /**
             * @description Why; EXPIRED is the server's own.
             * @enum {string}
             */
            cancelReason?: "CANCEL_REASON_UNSPECIFIED" | "CANCEL_REASON_CUSTOMER" | "CANCEL_REASON_INVENTORY" | "CANCEL_REASON_DECLINED" | "CANCEL_REASON_FRAUD" | "CANCEL_REASON_STAFF" | "CANCEL_REASON_OTHER";
            /** @description Free text, kept in the event. */
            reason?: string;
            /**
             * @description Aborted when it is not the order's version. A whole number, as a string.
             * @example 1250
             */
            expectedVersion?: string;
        };
        /** @description Create an order */
        CreateOrderBody: {
            /** @description Your own name for who buys. */
            customerId: string;
            /** @description What is bought, 1 to 500 lines, all in one currency. */
            items: components["schemas"]["OrderItem"][];
            expectedAmount?: components["schemas"]["Money"];
        };
        /** @description ListOrdersResponse */
        ListOrdersResponse: {
            /** @description At most page_size. */
            orders: components["schemas"]["Order"][];
            /** @description Empty means the end, and nothing else does. */
            nextPageToken: string;
        };
        /** @description An exact amount of money. Never a float. */
        Money: {
            /** @description ISO 4217 code, upper case. */
            currency: string;
            /**
             * @description Whole minor units (cents, kopecks; whole yen). A whole number, as a string.
             * @example 1250
             */
            amountMinor: string;
        };
        /** @description What a customer bought. */
        Order: {
            /**
             * Format: uuid
             * @description A UUID, made by the server.
             */
            id: string;
            /** @description As it was sent. */
            customerId: string;
            /**
             * @description How far an order is. More values may be added; readers must accept ones they do not know.
             * @enum {string}
             */
            status: "ORDER_STATUS_UNSPECIFIED" | "ORDER_STATUS_PENDING" | "ORDER_STATUS_RESERVED" | "ORDER_STATUS_PAID" | "ORDER_STATUS_CONFIRMED" | "ORDER_STATUS_CANCELED" | "ORDER_STATUS_REFUNDED";
            amount: components["schemas"]["Money"];
            /** @description As they were sent. */
            items: components["schemas"]["OrderItem"][];
            /**
             * @description Rises by one with each committed change. REST: the strong ETag "<version>". A whole number, as a string.
             * @example 1250
             */
            version: string;
            refundedAmount: components["schemas"]["Money"];
            /** @description The id of its payment; empty before there is one. */
            paymentId: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /**
             * @description Unspecified while the order is not to be canceled.
             * @enum {string}
             */
            cancelReason: "CANCEL_REASON_UNSPECIFIED" | "CANCEL_REASON_CUSTOMER" | "CANCEL_REASON_INVENTORY" | "CANCEL_REASON_DECLINED" | "CANCEL_REASON_FRAUD" | "CANCEL_REASON_STAFF" | "CANCEL_REASON_OTHER" | "CANCEL_REASON_EXPIRED";
            /**
             * Format: date-time
             * @description When the stock reservation lapses; unset outside RESERVED.
             */
            reservedUntil?: string;
        };
        /** @description Some pieces of one thing. */
        OrderItem: {
            /** @description The stock keeping unit. */
            sku: string;
            /** @description How many. */
            qty: number;
            price: components["schemas"]["Money"];
        };
        /** @description Pay an order */
        PayOrderBody: {
            /** @description The payment provider's token. Never a card number. */
            paymentToken: string;
            /**
             * @description Aborted when it is not the order's version. A whole number, as a string.
             * @example 1250
             */
            expectedVersion?: string;
        };
        /**
         * Problem
         * @description RFC 7807 problem details.
         */
        Problem: {
            /**
             * Format: uri
             * @description Names the kind of problem; match on this, not on the text.
             */
            type: string;
            /** @description The same for every problem of this type. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What is wrong with this request and what to do about it. */
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Every broken rule, where there are several. */
            errors?: {
                /** @description The place, as `Data.Addresses.Receiver.PostCode`. */
                field: string;
                /** @description The same place as a JSON pointer, `/addresses/receiver/postCode`. */
                pointer: string;
                /** @description The rule that is broken and its remedy. */
                message: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        /** @description Refund an order */
        RefundOrderBody: {
            amount?: components["schemas"]["Money"];
            /**
             * @description Why.
             * @enum {string}
             */
            refundReason?: "REFUND_REASON_UNSPECIFIED" | "REFUND_REASON_REQUESTED_BY_CUSTOMER" | "REFUND_REASON_DUPLICATE" | "REFUND_REASON_FRAUDULENT" | "REFUND_REASON_OTHER";
            /** @description Free text, kept with the refund. */
            reason?: string;
            /**
             * @description Aborted when it is not the order's version. A whole number, as a string.
             * @example 1250
             */
            expectedVersion?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type CancelOrderBody = components['schemas']['CancelOrderBody'];
export type CreateOrderBody = components['schemas']['CreateOrderBody'];
export type ListOrdersResponse = components['schemas']['ListOrdersResponse'];
export type Money = components['schemas']['Money'];
export type Order = components['schemas']['Order'];
export type OrderItem = components['schemas']['OrderItem'];
export type PayOrderBody = components['schemas']['PayOrderBody'];
export type Problem = components['schemas']['Problem'];
export type RefundOrderBody = components['schemas']['RefundOrderBody'];
export type $defs = Record<string, never>;
export interface operations {
    listOrders: {
        parameters: {
            query?: {
                /** @description 1 to 100; 0 or absent means 20; more is cut to 100; negative is InvalidArgument. */
                pageSize?: number;
                /** @description The next_page_token of the page before; every other field but page_size must be as it was. */
                pageToken?: string;
                /** @description Only this customer's. */
                customerId?: string;
                /** @description Only in one of these; none: all. */
                statuses?: ("ORDER_STATUS_PENDING" | "ORDER_STATUS_RESERVED" | "ORDER_STATUS_PAID" | "ORDER_STATUS_CONFIRMED" | "ORDER_STATUS_CANCELED" | "ORDER_STATUS_REFUNDED")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ListOrdersResponse */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOrdersResponse"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/validation",
                     *       "title": "Validation Error",
                     *       "status": 400,
                     *       "detail": "Data.Addresses.Receiver.PostCode: Invalid format for German postal code.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/unauthenticated",
                     *       "title": "Unauthorized",
                     *       "status": 401,
                     *       "detail": "Send a valid API key as `Authorization: ApiKey sk_live_...`.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/forbidden",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "This needs a permission that none of the caller's permission groups gives.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/rate-limited",
                     *       "title": "Too Many Requests",
                     *       "status": 429,
                     *       "detail": "The limit of 100 write requests a minute is reached. Try again in 12 seconds.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/internal",
                     *       "title": "Internal Server Error",
                     *       "status": 500,
                     *       "detail": "An unexpected fault. It is logged under the x-request-id of this answer.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/service-unavailable",
                     *       "title": "Service Unavailable",
                     *       "status": 503,
                     *       "detail": "The database does not answer. Try again.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrderBody"];
            };
        };
        responses: {
            /** @description What a customer bought. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/validation",
                     *       "title": "Validation Error",
                     *       "status": 400,
                     *       "detail": "Data.Addresses.Receiver.PostCode: Invalid format for German postal code.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/unauthenticated",
                     *       "title": "Unauthorized",
                     *       "status": 401,
                     *       "detail": "Send a valid API key as `Authorization: ApiKey sk_live_...`.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/forbidden",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "This needs a permission that none of the caller's permission groups gives.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the resource does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/invalid-state-transition",
                     *       "title": "Invalid State Transition",
                     *       "status": 409,
                     *       "detail": "Cannot cancel shipment in 'Executed' status",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource has changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/precondition-failed",
                     *       "title": "Precondition Failed",
                     *       "status": 412,
                     *       "detail": "The resource has changed: its version is now 4. Read it again and repeat your change on what you read.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/payload-too-large",
                     *       "title": "Payload Too Large",
                     *       "status": 413,
                     *       "detail": "The body is too large.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/unsupported-media-type",
                     *       "title": "Unsupported Media Type",
                     *       "status": 415,
                     *       "detail": "Send the body as Content-Type: application/json.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A business rule is broken, or the carrier refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/carrier-error",
                     *       "title": "Carrier Rejected Request",
                     *       "status": 422,
                     *       "detail": "DHLPX rejected booking: Postleitzahl ungültig",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/rate-limited",
                     *       "title": "Too Many Requests",
                     *       "status": 429,
                     *       "detail": "The limit of 100 write requests a minute is reached. Try again in 12 seconds.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/internal",
                     *       "title": "Internal Server Error",
                     *       "status": 500,
                     *       "detail": "An unexpected fault. It is logged under the x-request-id of this answer.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/service-unavailable",
                     *       "title": "Service Unavailable",
                     *       "status": 503,
                     *       "detail": "The database does not answer. Try again.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency did not answer in time; the same request with the same Idempotency-Key tells how it ended. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/dependency-timeout",
                     *       "title": "Dependency Timeout",
                     *       "status": 504,
                     *       "detail": "The payment system did not answer in time. Send the same request again with the same Idempotency-Key.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order's id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a customer bought. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/validation",
                     *       "title": "Validation Error",
                     *       "status": 400,
                     *       "detail": "Data.Addresses.Receiver.PostCode: Invalid format for German postal code.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/unauthenticated",
                     *       "title": "Unauthorized",
                     *       "status": 401,
                     *       "detail": "Send a valid API key as `Authorization: ApiKey sk_live_...`.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/forbidden",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "This needs a permission that none of the caller's permission groups gives.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/not-found",
                     *       "title": "Not Found",
                     *       "status": 404,
                     *       "detail": "There is no shipment with that id.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/rate-limited",
                     *       "title": "Too Many Requests",
                     *       "status": 429,
                     *       "detail": "The limit of 100 write requests a minute is reached. Try again in 12 seconds.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/internal",
                     *       "title": "Internal Server Error",
                     *       "status": 500,
                     *       "detail": "An unexpected fault. It is logged under the x-request-id of this answer.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/service-unavailable",
                     *       "title": "Service Unavailable",
                     *       "status": 503,
                     *       "detail": "The database does not answer. Try again.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read; 412 when the order has changed since. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelOrderBody"];
            };
        };
        responses: {
            /** @description What a customer bought. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/validation",
                     *       "title": "Validation Error",
                     *       "status": 400,
                     *       "detail": "Data.Addresses.Receiver.PostCode: Invalid format for German postal code.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/unauthenticated",
                     *       "title": "Unauthorized",
                     *       "status": 401,
                     *       "detail": "Send a valid API key as `Authorization: ApiKey sk_live_...`.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/forbidden",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "This needs a permission that none of the caller's permission groups gives.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/not-found",
                     *       "title": "Not Found",
                     *       "status": 404,
                     *       "detail": "There is no shipment with that id.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the resource does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/invalid-state-transition",
                     *       "title": "Invalid State Transition",
                     *       "status": 409,
                     *       "detail": "Cannot cancel shipment in 'Executed' status",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource has changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/precondition-failed",
                     *       "title": "Precondition Failed",
                     *       "status": 412,
                     *       "detail": "The resource has changed: its version is now 4. Read it again and repeat your change on what you read.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/payload-too-large",
                     *       "title": "Payload Too Large",
                     *       "status": 413,
                     *       "detail": "The body is too large.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/unsupported-media-type",
                     *       "title": "Unsupported Media Type",
                     *       "status": 415,
                     *       "detail": "Send the body as Content-Type: application/json.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A business rule is broken, or the carrier refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/carrier-error",
                     *       "title": "Carrier Rejected Request",
                     *       "status": 422,
                     *       "detail": "DHLPX rejected booking: Postleitzahl ungültig",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/rate-limited",
                     *       "title": "Too Many Requests",
                     *       "status": 429,
                     *       "detail": "The limit of 100 write requests a minute is reached. Try again in 12 seconds.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/internal",
                     *       "title": "Internal Server Error",
                     *       "status": 500,
                     *       "detail": "An unexpected fault. It is logged under the x-request-id of this answer.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/service-unavailable",
                     *       "title": "Service Unavailable",
                     *       "status": 503,
                     *       "detail": "The database does not answer. Try again.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency did not answer in time; the same request with the same Idempotency-Key tells how it ended. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/dependency-timeout",
                     *       "title": "Dependency Timeout",
                     *       "status": 504,
                     *       "detail": "The payment system did not answer in time. Send the same request again with the same Idempotency-Key.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read; 412 when the order has changed since. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayOrderBody"];
            };
        };
        responses: {
            /** @description What a customer bought. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/validation",
                     *       "title": "Validation Error",
                     *       "status": 400,
                     *       "detail": "Data.Addresses.Receiver.PostCode: Invalid format for German postal code.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/unauthenticated",
                     *       "title": "Unauthorized",
                     *       "status": 401,
                     *       "detail": "Send a valid API key as `Authorization: ApiKey sk_live_...`.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/forbidden",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "This needs a permission that none of the caller's permission groups gives.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/not-found",
                     *       "title": "Not Found",
                     *       "status": 404,
                     *       "detail": "There is no shipment with that id.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the resource does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/invalid-state-transition",
                     *       "title": "Invalid State Transition",
                     *       "status": 409,
                     *       "detail": "Cannot cancel shipment in 'Executed' status",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource has changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/precondition-failed",
                     *       "title": "Precondition Failed",
                     *       "status": 412,
                     *       "detail": "The resource has changed: its version is now 4. Read it again and repeat your change on what you read.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/payload-too-large",
                     *       "title": "Payload Too Large",
                     *       "status": 413,
                     *       "detail": "The body is too large.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/unsupported-media-type",
                     *       "title": "Unsupported Media Type",
                     *       "status": 415,
                     *       "detail": "Send the body as Content-Type: application/json.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A business rule is broken, or the carrier refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/carrier-error",
                     *       "title": "Carrier Rejected Request",
                     *       "status": 422,
                     *       "detail": "DHLPX rejected booking: Postleitzahl ungültig",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/rate-limited",
                     *       "title": "Too Many Requests",
                     *       "status": 429,
                     *       "detail": "The limit of 100 write requests a minute is reached. Try again in 12 seconds.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/internal",
                     *       "title": "Internal Server Error",
                     *       "status": 500,
                     *       "detail": "An unexpected fault. It is logged under the x-request-id of this answer.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/service-unavailable",
                     *       "title": "Service Unavailable",
                     *       "status": 503,
                     *       "detail": "The database does not answer. Try again.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency did not answer in time; the same request with the same Idempotency-Key tells how it ended. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/dependency-timeout",
                     *       "title": "Dependency Timeout",
                     *       "status": 504,
                     *       "detail": "The payment system did not answer in time. Send the same request again with the same Idempotency-Key.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refundOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read; 412 when the order has changed since. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's id, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundOrderBody"];
            };
        };
        responses: {
            /** @description What a customer bought. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/validation",
                     *       "title": "Validation Error",
                     *       "status": 400,
                     *       "detail": "Data.Addresses.Receiver.PostCode: Invalid format for German postal code.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/unauthenticated",
                     *       "title": "Unauthorized",
                     *       "status": 401,
                     *       "detail": "Send a valid API key as `Authorization: ApiKey sk_live_...`.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/forbidden",
                     *       "title": "Forbidden",
                     *       "status": 403,
                     *       "detail": "This needs a permission that none of the caller's permission groups gives.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/not-found",
                     *       "title": "Not Found",
                     *       "status": 404,
                     *       "detail": "There is no shipment with that id.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the resource does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/invalid-state-transition",
                     *       "title": "Invalid State Transition",
                     *       "status": 409,
                     *       "detail": "Cannot cancel shipment in 'Executed' status",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource has changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/precondition-failed",
                     *       "title": "Precondition Failed",
                     *       "status": 412,
                     *       "detail": "The resource has changed: its version is now 4. Read it again and repeat your change on what you read.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/payload-too-large",
                     *       "title": "Payload Too Large",
                     *       "status": 413,
                     *       "detail": "The body is too large.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/unsupported-media-type",
                     *       "title": "Unsupported Media Type",
                     *       "status": 415,
                     *       "detail": "Send the body as Content-Type: application/json.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A business rule is broken, or the carrier refused. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/carrier-error",
                     *       "title": "Carrier Rejected Request",
                     *       "status": 422,
                     *       "detail": "DHLPX rejected booking: Postleitzahl ungültig",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/rate-limited",
                     *       "title": "Too Many Requests",
                     *       "status": 429,
                     *       "detail": "The limit of 100 write requests a minute is reached. Try again in 12 seconds.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/internal",
                     *       "title": "Internal Server Error",
                     *       "status": 500,
                     *       "detail": "An unexpected fault. It is logged under the x-request-id of this answer.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/service-unavailable",
                     *       "title": "Service Unavailable",
                     *       "status": 503,
                     *       "detail": "The database does not answer. Try again.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency did not answer in time; the same request with the same Idempotency-Key tells how it ended. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "https://viya.shipitsmarter.com/errors/dependency-timeout",
                     *       "title": "Dependency Timeout",
                     *       "status": 504,
                     *       "detail": "The payment system did not answer in time. Send the same request again with the same Idempotency-Key.",
                     *       "instance": "/api/..."
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

/** A client with options of its own: `baseUrl` of the installation, `headers` with `Authorization`, `fetch`. */
export function createApiClient(options?: ClientOptions): Client<paths> {
    return createClient<paths>(options);
}

/** The client for a page that is served from the API's own origin; `ApiClient.use` adds its credentials. */
export const ApiClient: Client<paths> = createApiClient();
