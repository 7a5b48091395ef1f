// Generated from openapi/rates.v1.json by `npm run openapi`: not to be edited.
import createClient, { type Client, type ClientOptions } from 'openapi-fetch';

export interface paths {
    "/api/rates/v1/calculate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Calculate rates
         * @description What a shipment costs with every contract, cheapest first, each explained line by line. Changes nothing; the same question to the same contract version has the same answer for ever.
         */
        post: operations["calculateRates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rates/v1/calculations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Calculate many
         * @description Up to 1,000 calculations in one request, answered in the same order. An item that cannot be answered has its problem in its place. Counts as a bulk request.
         */
        post: operations["calculateBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rates/v1/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contracts
         * @description Without their prices, by reference and then by validity.
         */
        get: operations["listContracts"];
        put?: never;
        /**
         * Create a contract
         * @description What a carrier agreed to charge, as version 1. What cannot be is refused with its place; what can hardly be meant is in `warnings`.
         */
        post: operations["createContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rates/v1/contracts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a contract
         * @description Its newest version. An ended one is still there.
         */
        get: operations["getContract"];
        /**
         * Change a contract
         * @description Makes a new version of it. Those before stay as they were, and readable.
         */
        put: operations["updateContract"];
        post?: never;
        /**
         * End a contract
         * @description From today (UTC) on it prices nothing. For the days before it still does, and it stays readable with all its versions.
         */
        delete: operations["endContract"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rates/v1/contracts/{id}/service-levels/{serviceLevelReference}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export prices
         * @description The prices of a service level as a grid that can be imported again.
         */
        get: operations["exportPrices"];
        /**
         * Import prices
         * @description Replaces the prices of a service level by a grid of zones and weights, as CSV or as the first sheet of a workbook, and makes a new version of the contract. All of the file is taken, or nothing; every error has its row and column. Counts as a bulk request.
         */
        put: operations["importPrices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rates/v1/contracts/{id}/surcharges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the surcharges
         * @description Makes a new version of the contract with other surcharges, for what changes monthly. All else stays as it is, however large it is.
         */
        put: operations["setSurcharges"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rates/v1/contracts/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a version of a contract
         * @description What the contract said in that version, for ever.
         */
        get: operations["getContractVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rates/v1/exchange-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List exchange rates
         * @description Every rate that was set, newest day first.
         */
        get: operations["listExchangeRates"];
        /**
         * Set exchange rates
         * @description What currencies are worth against one of them, from a day on. Another sheet for the same day replaces the rates that it names.
         */
        put: operations["setExchangeRates"];
        post?: never;
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
        /** @description True of an address in any of these. */
        Area: {
            zones?: string[];
            countries?: string[];
            postCodes?: components["schemas"]["PostCodes"][];
        };
        /** @description Up to a weight, inclusive; without `upTo`, which only the last may lack, every weight above. `amount`, or `perKg`. */
        Bracket: {
            upTo?: components["schemas"]["Weight"];
            /**
             * @description a decimal string such as "6.95". A flat price for the bracket.
             * @example 6.95
             */
            amount?: string;
            /**
             * @description a decimal string such as "0.85". The price of a kilogram, of the whole billable weight.
             * @example 0.85
             */
            perKg?: string;
            /**
             * @description a decimal string such as "30.00". The least that `perKg` comes to.
             * @example 30.00
             */
            minimum?: string;
            /** @description Added to `amount` for each begun step above the bracket before. */
            perStep?: {
                step: components["schemas"]["Weight"];
                /**
                 * @description a decimal string such as "1.20". For each begun step.
                 * @example 1.20
                 */
                amount: string;
            };
        };
        /**
         * @description What is sent, from where, to where, as shipments have it; or `{"shipmentId": ...}`. Without `carrierReference` every contract is asked, without `serviceLevelReference` every service level.
         * @example {
         *       "date": "2026-01-20",
         *       "addresses": {
         *         "sender": {
         *           "postCode": "1012AB",
         *           "countryCode": "NL"
         *         },
         *         "receiver": {
         *           "postCode": "10115",
         *           "countryCode": "DE"
         *         }
         *       },
         *       "handlingUnits": [
         *         {
         *           "weight": {
         *             "value": 2.5,
         *             "unit": "kg"
         *           },
         *           "dimensions": {
         *             "length": 30,
         *             "width": 20,
         *             "height": 15,
         *             "unit": "cm"
         *           }
         *         }
         *       ]
         *     }
         */
        CalculateRequest: {
            /**
             * Format: date
             * @description The day on which it is sent. Default: today in UTC. Answered, so that the question can be repeated.
             * @example 2026-01-20
             */
            date?: string;
            /**
             * @description ISO 4217, for example EUR.
             * @example EUR
             */
            currency?: string;
            /** @description `carrier` asks the carriers themselves too. Default: contracts only. */
            sources?: ("contract" | "carrier")[];
            /**
             * Format: uuid
             * @description Prices this shipment, instead of `addresses` and `handlingUnits`.
             */
            shipmentId?: string;
            /**
             * @description The carrier profile, by its reference.
             * @example DHLPX
             */
            carrierReference?: string;
            /**
             * @description The service level, by its reference.
             * @example DFY-B2C
             */
            serviceLevelReference?: string;
            addresses?: {
                sender: components["schemas"]["RateAddress"];
                receiver: components["schemas"]["RateAddress"];
            };
            handlingUnits?: components["schemas"]["RateHandlingUnit"][];
            /**
             * @description The shipper's own reference; not needed for a price.
             * @example ORD-2026-00123
             */
            reference?: string;
            /** @description A `contentType` of `documents` makes carriers price documents; nothing else of it is needed for a price. */
            customs?: {
                /** @description Not needed for a price. */
                incoterm?: string;
                /** @description Not needed for a price. */
                contentType?: string;
                /** @description Not needed for a price. */
                invoiceNumber?: string;
                /** @description Not needed for a price. */
                invoiceDate?: string;
                lowValue?: boolean;
            };
            /** @description Not needed for a price. */
            instructions?: string;
            /** @description Not needed for a price. */
            returnService?: string;
        };
        /**
         * @description What it costs with whom, and why.
         * @example {
         *       "date": "2026-01-20",
         *       "rates": [
         *         {
         *           "source": "contract",
         *           "carrierReference": "DHLPX",
         *           "serviceLevelReference": "DFY-B2C",
         *           "contract": {
         *             "id": "01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11",
         *             "reference": "DHLPX-2026",
         *             "version": 1
         *           },
         *           "total": {
         *             "amount": "11.08",
         *             "currency": "EUR"
         *           },
         *           "transitDays": {
         *             "min": 1,
         *             "max": 2
         *           },
         *           "physicalWeight": {
         *             "value": 2.5,
         *             "unit": "kg"
         *           },
         *           "volumetricWeight": {
         *             "value": 1.8,
         *             "unit": "kg"
         *           },
         *           "billableWeight": {
         *             "value": 2.5,
         *             "unit": "kg"
         *           },
         *           "lines": [
         *             {
         *               "type": "base",
         *               "reference": "base",
         *               "amount": "9.50",
         *               "zones": {
         *                 "origin": "NL",
         *                 "destination": "DE"
         *               },
         *               "bracket": {
         *                 "moreThan": {
         *                   "value": 2,
         *                   "unit": "kg"
         *                 },
         *                 "upTo": {
         *                   "value": 31.5,
         *                   "unit": "kg"
         *                 },
         *                 "amount": "9.50"
         *               },
         *               "billableWeight": {
         *                 "value": 2.5,
         *                 "unit": "kg"
         *               }
         *             },
         *             {
         *               "type": "fixed",
         *               "reference": "TOLL",
         *               "amount": "0.35",
         *               "basis": {
         *                 "amount": "0.35",
         *                 "quantity": 1
         *               }
         *             },
         *             {
         *               "type": "percentage",
         *               "reference": "FUEL",
         *               "amount": "1.23",
         *               "percentage": "12.5",
         *               "basis": {
         *                 "amount": "9.85",
         *                 "of": [
         *                   "base",
         *                   "TOLL"
         *                 ]
         *               }
         *             }
         *           ]
         *         }
         *       ],
         *       "unavailable": []
         *     }
         */
        Calculation: {
            /**
             * Format: date
             * @description The day that was priced.
             */
            date: string;
            /** @description Cheapest first; without `currency`, the cheapest of each currency, in the order of the codes. */
            rates: components["schemas"]["Rate"][];
            unavailable: components["schemas"]["UnavailableRate"][];
        };
        /**
         * @description In the order of the items: what `calculateRates` answers to each, or the problem that it has.
         * @example {
         *       "items": [
         *         {
         *           "date": "2026-01-20",
         *           "rates": [
         *             {
         *               "source": "contract",
         *               "carrierReference": "DHLPX",
         *               "serviceLevelReference": "DFY-B2C",
         *               "contract": {
         *                 "id": "01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11",
         *                 "reference": "DHLPX-2026",
         *                 "version": 1
         *               },
         *               "total": {
         *                 "amount": "11.08",
         *                 "currency": "EUR"
         *               },
         *               "transitDays": {
         *                 "min": 1,
         *                 "max": 2
         *               },
         *               "physicalWeight": {
         *                 "value": 2.5,
         *                 "unit": "kg"
         *               },
         *               "volumetricWeight": {
         *                 "value": 1.8,
         *                 "unit": "kg"
         *               },
         *               "billableWeight": {
         *                 "value": 2.5,
         *                 "unit": "kg"
         *               },
         *               "lines": [
         *                 {
         *                   "type": "base",
         *                   "reference": "base",
         *                   "amount": "9.50",
         *                   "zones": {
         *                     "origin": "NL",
         *                     "destination": "DE"
         *                   },
         *                   "bracket": {
         *                     "moreThan": {
         *                       "value": 2,
         *                       "unit": "kg"
         *                     },
         *                     "upTo": {
         *                       "value": 31.5,
         *                       "unit": "kg"
         *                     },
         *                     "amount": "9.50"
         *                   },
         *                   "billableWeight": {
         *                     "value": 2.5,
         *                     "unit": "kg"
         *                   }
         *                 },
         *                 {
         *                   "type": "fixed",
         *                   "reference": "TOLL",
         *                   "amount": "0.35",
         *                   "basis": {
         *                     "amount": "0.35",
         *                     "quantity": 1
         *                   }
         *                 },
         *                 {
         *                   "type": "percentage",
         *                   "reference": "FUEL",
         *                   "amount": "1.23",
         *                   "percentage": "12.5",
         *                   "basis": {
         *                     "amount": "9.85",
         *                     "of": [
         *                       "base",
         *                       "TOLL"
         *                     ]
         *                   }
         *                 }
         *               ]
         *             }
         *           ],
         *           "unavailable": []
         *         },
         *         {
         *           "type": "https://viya.shipitsmarter.com/errors/batch-too-large",
         *           "title": "Batch Too Large",
         *           "status": 422,
         *           "detail": "The answers to the items before are as much as one answer holds. Send this item again, in another batch.",
         *           "instance": "/api/rates/v1/calculations#/items/1"
         *         }
         *       ]
         *     }
         */
        Calculations: {
            items: (components["schemas"]["Calculation"] | components["schemas"]["Problem"])[];
        };
        /**
         * @description Up to 1,000 bodies as `calculateRates` takes them. Each is judged by itself.
         * @example {
         *       "items": [
         *         {
         *           "date": "2026-01-20",
         *           "addresses": {
         *             "sender": {
         *               "postCode": "1012AB",
         *               "countryCode": "NL"
         *             },
         *             "receiver": {
         *               "postCode": "10115",
         *               "countryCode": "DE"
         *             }
         *           },
         *           "handlingUnits": [
         *             {
         *               "weight": {
         *                 "value": 2.5,
         *                 "unit": "kg"
         *               },
         *               "dimensions": {
         *                 "length": 30,
         *                 "width": 20,
         *                 "height": 15,
         *                 "unit": "cm"
         *               }
         *             }
         *           ]
         *         },
         *         {
         *           "shipmentId": "01890a5d-ac96-774b-bcce-b302099a8057"
         *         }
         *       ]
         *     }
         */
        CalculationsRequest: {
            items: components["schemas"]["CalculateRequest"][];
        };
        /** @description Holds when all of its members hold. Measures are of the unit where the surcharge is per handling unit, else of the whole shipment: its weight and volume in all, its greatest side, girth and length plus girth. A measure that is not known makes neither the condition nor its `not` true. */
        Condition: {
            weight?: components["schemas"]["WeightRange"];
            longestSide?: components["schemas"]["LengthRange"];
            girth?: components["schemas"]["LengthRange"];
            lengthPlusGirth?: components["schemas"]["LengthRange"];
            volume?: components["schemas"]["VolumeRange"];
            origin?: components["schemas"]["Area"];
            destination?: components["schemas"]["Area"];
            serviceLevels?: string[];
            /** @description Whether the receiver is a private address; one that does not say is not. */
            residential?: boolean;
            /** @description Whether dangerous goods are inside; a unit that does not say has none. */
            dangerousGoods?: boolean;
            and?: components["schemas"]["Condition"][];
            or?: components["schemas"]["Condition"][];
            not?: components["schemas"]["Condition"];
        };
        /**
         * @description A contract in one of its versions.
         * @example {
         *       "id": "01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11",
         *       "version": 1,
         *       "reference": "DHLPX-2026",
         *       "carrierReference": "DHLPX",
         *       "currency": "EUR",
         *       "validFrom": "2026-01-01",
         *       "validTo": "2026-12-31",
         *       "volumetricDivisor": 5000,
         *       "weightStep": {
         *         "value": 0.5,
         *         "unit": "kg"
         *       },
         *       "zones": [
         *         {
         *           "reference": "NL",
         *           "countries": [
         *             "NL"
         *           ]
         *         },
         *         {
         *           "reference": "DE",
         *           "countries": [
         *             "DE"
         *           ]
         *         },
         *         {
         *           "reference": "DE-ISLANDS",
         *           "postCodes": [
         *             {
         *               "countryCode": "DE",
         *               "prefix": "25849"
         *             },
         *             {
         *               "countryCode": "DE",
         *               "from": "26465",
         *               "to": "26486"
         *             }
         *           ]
         *         }
         *       ],
         *       "serviceLevels": [
         *         {
         *           "reference": "DFY-B2C",
         *           "transitDays": {
         *             "min": 1,
         *             "max": 2
         *           },
         *           "prices": [
         *             {
         *               "origin": "NL",
         *               "destination": "DE",
         *               "per": "shipment",
         *               "brackets": [
         *                 {
         *                   "upTo": {
         *                     "value": 2,
         *                     "unit": "kg"
         *                   },
         *                   "amount": "4.95"
         *                 },
         *                 {
         *                   "upTo": {
         *                     "value": 31.5,
         *                     "unit": "kg"
         *                   },
         *                   "amount": "9.50"
         *                 }
         *               ]
         *             },
         *             {
         *               "origin": "NL",
         *               "destination": "DE-ISLANDS",
         *               "per": "shipment",
         *               "brackets": [
         *                 {
         *                   "upTo": {
         *                     "value": 2,
         *                     "unit": "kg"
         *                   },
         *                   "amount": "6.95"
         *                 },
         *                 {
         *                   "upTo": {
         *                     "value": 31.5,
         *                     "unit": "kg"
         *                   },
         *                   "amount": "15.50"
         *                 },
         *                 {
         *                   "perKg": "0.85",
         *                   "minimum": "30.00"
         *                 }
         *               ]
         *             }
         *           ]
         *         }
         *       ],
         *       "surcharges": [
         *         {
         *           "reference": "TOLL",
         *           "type": "fixed",
         *           "amount": "0.35",
         *           "per": "shipment"
         *         },
         *         {
         *           "reference": "FUEL",
         *           "type": "percentage",
         *           "percentage": "12.5",
         *           "appliesTo": [
         *             "base",
         *             "TOLL"
         *           ]
         *         },
         *         {
         *           "reference": "OVERSIZE",
         *           "type": "fixed",
         *           "amount": "15.00",
         *           "per": "handlingUnit",
         *           "when": {
         *             "longestSide": {
         *               "moreThan": {
         *                 "value": 120,
         *                 "unit": "cm"
         *               }
         *             }
         *           }
         *         }
         *       ],
         *       "warnings": [],
         *       "createdOn": "2026-01-02T09:00:00.000Z",
         *       "updatedOn": "2026-01-02T09:00:00.000Z",
         *       "_links": {
         *         "self": {
         *           "href": "/api/rates/v1/contracts/01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11"
         *         },
         *         "version": {
         *           "href": "/api/rates/v1/contracts/01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11/versions/1"
         *         }
         *       }
         *     }
         */
        Contract: {
            /**
             * Format: uuid
             * @description A UUID.
             */
            id: string;
            /** @description Rises by one with each change; also the ETag. */
            version: number;
            /**
             * @description Your name for it. Contracts of one reference may follow each other, but not hold at once.
             * @example DHLPX-2026
             */
            reference: string;
            /**
             * @description What shipments call the carrier. It need not be a carrier profile yet.
             * @example DHLPX
             */
            carrierReference: string;
            /**
             * @description ISO 4217, for example EUR.
             * @example EUR
             */
            currency: string;
            /**
             * Format: date
             * @description The first day on which it prices. Days are those of the shipment, without a time zone.
             * @example 2026-01-01
             */
            validFrom: string;
            /**
             * Format: date
             * @description The last day, inclusive; left out: until further notice.
             * @example 2026-12-31
             */
            validTo?: string;
            /**
             * @description Cubic centimetres that weigh a kilogram, for example 5000. Left out: size does not matter.
             * @example 5000
             */
            volumetricDivisor?: number;
            weightStep?: components["schemas"]["Weight"];
            zones: components["schemas"]["Zone"][];
            serviceLevels: components["schemas"]["ContractServiceLevel"][];
            /** @description In the order of the lines. */
            surcharges?: components["schemas"]["Surcharge"][];
            /**
             * Format: date
             * @description The day on which it was ended: from then on it prices nothing.
             */
            endedFrom?: string;
            warnings: components["schemas"]["ContractWarning"][];
            /** Format: date-time */
            createdOn: string;
            /**
             * Format: date-time
             * @description When this version was made.
             */
            updatedOn: string;
            _links: {
                self: components["schemas"]["Link"];
                version: components["schemas"]["Link"];
            };
        };
        /**
         * @description The version that a change of a part of a contract made.
         * @example {
         *       "version": 2,
         *       "warnings": [],
         *       "_links": {
         *         "contract": {
         *           "href": "/api/rates/v1/contracts/01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11"
         *         },
         *         "version": {
         *           "href": "/api/rates/v1/contracts/01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11/versions/2"
         *         }
         *       }
         *     }
         */
        ContractChange: {
            /** @description The new version; also the ETag. */
            version: number;
            warnings: components["schemas"]["ContractWarning"][];
            _links: {
                contract: components["schemas"]["Link"];
                version: components["schemas"]["Link"];
            };
        };
        /**
         * @description What a carrier agreed to charge. Every amount and percentage is a decimal string.
         * @example {
         *       "reference": "DHLPX-2026",
         *       "carrierReference": "DHLPX",
         *       "currency": "EUR",
         *       "validFrom": "2026-01-01",
         *       "validTo": "2026-12-31",
         *       "volumetricDivisor": 5000,
         *       "weightStep": {
         *         "value": 0.5,
         *         "unit": "kg"
         *       },
         *       "zones": [
         *         {
         *           "reference": "NL",
         *           "countries": [
         *             "NL"
         *           ]
         *         },
         *         {
         *           "reference": "DE",
         *           "countries": [
         *             "DE"
         *           ]
         *         },
         *         {
         *           "reference": "DE-ISLANDS",
         *           "postCodes": [
         *             {
         *               "countryCode": "DE",
         *               "prefix": "25849"
         *             },
         *             {
         *               "countryCode": "DE",
         *               "from": "26465",
         *               "to": "26486"
         *             }
         *           ]
         *         }
         *       ],
         *       "serviceLevels": [
         *         {
         *           "reference": "DFY-B2C",
         *           "transitDays": {
         *             "min": 1,
         *             "max": 2
         *           },
         *           "prices": [
         *             {
         *               "origin": "NL",
         *               "destination": "DE",
         *               "per": "shipment",
         *               "brackets": [
         *                 {
         *                   "upTo": {
         *                     "value": 2,
         *                     "unit": "kg"
         *                   },
         *                   "amount": "4.95"
         *                 },
         *                 {
         *                   "upTo": {
         *                     "value": 31.5,
         *                     "unit": "kg"
         *                   },
         *                   "amount": "9.50"
         *                 }
         *               ]
         *             },
         *             {
         *               "origin": "NL",
         *               "destination": "DE-ISLANDS",
         *               "per": "shipment",
         *               "brackets": [
         *                 {
         *                   "upTo": {
         *                     "value": 2,
         *                     "unit": "kg"
         *                   },
         *                   "amount": "6.95"
         *                 },
         *                 {
         *                   "upTo": {
         *                     "value": 31.5,
         *                     "unit": "kg"
         *                   },
         *                   "amount": "15.50"
         *                 },
         *                 {
         *                   "perKg": "0.85",
         *                   "minimum": "30.00"
         *                 }
         *               ]
         *             }
         *           ]
         *         }
         *       ],
         *       "surcharges": [
         *         {
         *           "reference": "TOLL",
         *           "type": "fixed",
         *           "amount": "0.35",
         *           "per": "shipment"
         *         },
         *         {
         *           "reference": "FUEL",
         *           "type": "percentage",
         *           "percentage": "12.5",
         *           "appliesTo": [
         *             "base",
         *             "TOLL"
         *           ]
         *         },
         *         {
         *           "reference": "OVERSIZE",
         *           "type": "fixed",
         *           "amount": "15.00",
         *           "per": "handlingUnit",
         *           "when": {
         *             "longestSide": {
         *               "moreThan": {
         *                 "value": 120,
         *                 "unit": "cm"
         *               }
         *             }
         *           }
         *         }
         *       ]
         *     }
         */
        ContractInput: {
            /**
             * @description Your name for it. Contracts of one reference may follow each other, but not hold at once.
             * @example DHLPX-2026
             */
            reference: string;
            /**
             * @description What shipments call the carrier. It need not be a carrier profile yet.
             * @example DHLPX
             */
            carrierReference: string;
            /**
             * @description ISO 4217, for example EUR.
             * @example EUR
             */
            currency: string;
            /**
             * Format: date
             * @description The first day on which it prices. Days are those of the shipment, without a time zone.
             * @example 2026-01-01
             */
            validFrom: string;
            /**
             * Format: date
             * @description The last day, inclusive; left out: until further notice.
             * @example 2026-12-31
             */
            validTo?: string;
            /**
             * @description Cubic centimetres that weigh a kilogram, for example 5000. Left out: size does not matter.
             * @example 5000
             */
            volumetricDivisor?: number;
            weightStep?: components["schemas"]["Weight"];
            zones: components["schemas"]["Zone"][];
            serviceLevels: components["schemas"]["ContractServiceLevel"][];
            /** @description In the order of the lines. */
            surcharges?: components["schemas"]["Surcharge"][];
        };
        /**
         * @description One page of contracts, by reference and then by validity.
         * @example {
         *       "items": [
         *         {
         *           "id": "01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11",
         *           "version": 1,
         *           "reference": "DHLPX-2026",
         *           "carrierReference": "DHLPX",
         *           "currency": "EUR",
         *           "validFrom": "2026-01-01",
         *           "validTo": "2026-12-31",
         *           "serviceLevelReferences": [
         *             "DFY-B2C"
         *           ],
         *           "createdOn": "2026-01-02T09:00:00.000Z",
         *           "updatedOn": "2026-01-02T09:00:00.000Z",
         *           "_links": {
         *             "self": {
         *               "href": "/api/rates/v1/contracts/01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11"
         *             }
         *           }
         *         }
         *       ],
         *       "total": 1,
         *       "limit": 50,
         *       "offset": 0,
         *       "_links": {
         *         "self": {
         *           "href": "/api/rates/v1/contracts?limit=50&offset=0"
         *         }
         *       }
         *     }
         */
        ContractPage: {
            items: components["schemas"]["ContractSummary"][];
            /** @description How many there are in all. */
            total: number;
            limit: number;
            offset: number;
            _links: components["schemas"]["PageLinks"];
        };
        /** @description One service level and what it costs. */
        ContractServiceLevel: {
            /**
             * @description The service level, by its reference.
             * @example DFY-B2C
             */
            reference: string;
            /** @description Working days in transit. */
            transitDays?: {
                min: number;
                max: number;
            };
            /** @description May be empty until they are imported. */
            prices: components["schemas"]["Price"][];
        };
        /**
         * @description A contract without its prices.
         * @example {
         *       "id": "01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11",
         *       "version": 1,
         *       "reference": "DHLPX-2026",
         *       "carrierReference": "DHLPX",
         *       "currency": "EUR",
         *       "validFrom": "2026-01-01",
         *       "validTo": "2026-12-31",
         *       "serviceLevelReferences": [
         *         "DFY-B2C"
         *       ],
         *       "createdOn": "2026-01-02T09:00:00.000Z",
         *       "updatedOn": "2026-01-02T09:00:00.000Z",
         *       "_links": {
         *         "self": {
         *           "href": "/api/rates/v1/contracts/01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11"
         *         }
         *       }
         *     }
         */
        ContractSummary: {
            /**
             * Format: uuid
             * @description A UUID.
             */
            id: string;
            version: number;
            reference: string;
            carrierReference: string;
            currency: string;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo?: string;
            /** Format: date */
            endedFrom?: string;
            serviceLevelReferences: string[];
            /** Format: date-time */
            createdOn: string;
            /** Format: date-time */
            updatedOn: string;
            _links: {
                self: components["schemas"]["Link"];
            };
        };
        /** @description What is allowed but hardly meant: a price that can never be reached, say. */
        ContractWarning: {
            field: string;
            pointer: string;
            message: string;
        };
        /** @description One kind of dangerous goods in a handling unit. */
        DangerousGoods: {
            /**
             * @description UN and four digits, for example UN3480.
             * @example UN3480
             */
            unNumber: string;
            /**
             * @description Hazard class, with its division where there is one, for example 9, 2.1 or 1.4S.
             * @example 9
             */
            class: string;
            /**
             * @description I is the greatest danger.
             * @enum {string}
             */
            packingGroup?: "I" | "II" | "III";
            /** @example Lithium ion batteries */
            properShippingName?: string;
            /** @description Of the substance, without its packaging. */
            netQuantity?: {
                /** @example 1.2 */
                value: number;
                /**
                 * @description The unit of `value`.
                 * @enum {string}
                 */
                unit: "kg" | "g" | "L" | "mL";
            };
        };
        /** @description The outer sides in the unit of your choice; echoed as sent. */
        Dimensions: {
            /** @example 30 */
            length: number;
            /** @example 20 */
            width: number;
            /** @example 15 */
            height: number;
            /**
             * @description The unit of all three sides.
             * @enum {string}
             */
            unit: "cm" | "mm" | "m" | "in";
        };
        /**
         * @description One `base` is `rate` `quote`, from that day on.
         * @example {
         *       "base": "EUR",
         *       "quote": "USD",
         *       "rate": "1.0825",
         *       "validFrom": "2026-01-20"
         *     }
         */
        ExchangeRate: {
            base: string;
            quote: string;
            rate: string;
            /** Format: date */
            validFrom: string;
        };
        /**
         * @description One page of exchange rates, newest first.
         * @example {
         *       "items": [
         *         {
         *           "base": "EUR",
         *           "quote": "USD",
         *           "rate": "1.0825",
         *           "validFrom": "2026-01-20"
         *         }
         *       ],
         *       "total": 1,
         *       "limit": 50,
         *       "offset": 0,
         *       "_links": {
         *         "self": {
         *           "href": "/api/rates/v1/exchange-rates?limit=50&offset=0"
         *         }
         *       }
         *     }
         */
        ExchangeRatePage: {
            items: components["schemas"]["ExchangeRate"][];
            /** @description How many there are in all. */
            total: number;
            limit: number;
            offset: number;
            _links: components["schemas"]["PageLinks"];
        };
        /**
         * @description What is set now.
         * @example {
         *       "items": [
         *         {
         *           "base": "EUR",
         *           "quote": "GBP",
         *           "rate": "0.8421",
         *           "validFrom": "2026-01-20"
         *         },
         *         {
         *           "base": "EUR",
         *           "quote": "USD",
         *           "rate": "1.0825",
         *           "validFrom": "2026-01-20"
         *         }
         *       ]
         *     }
         */
        ExchangeRates: {
            items: components["schemas"]["ExchangeRate"][];
        };
        /**
         * @description The exchange rates of one day against one currency, as central banks publish them.
         * @example {
         *       "base": "EUR",
         *       "validFrom": "2026-01-20",
         *       "rates": [
         *         {
         *           "currency": "USD",
         *           "rate": "1.0825"
         *         },
         *         {
         *           "currency": "GBP",
         *           "rate": "0.8421"
         *         }
         *       ]
         *     }
         */
        ExchangeRatesInput: {
            /**
             * @description ISO 4217, for example EUR.
             * @example EUR
             */
            base: string;
            /**
             * Format: date
             * @description The first day on which they hold; until newer ones do.
             * @example 2026-01-20
             */
            validFrom: string;
            rates: components["schemas"]["QuotedRate"][];
        };
        /** @description A length in the unit of your choice. */
        Length: {
            /** @example 120 */
            value: number;
            /**
             * @description The unit of `value`.
             * @enum {string}
             */
            unit: "cm" | "mm" | "m" | "in";
        };
        /** @description All bounds that are named hold. */
        LengthRange: {
            moreThan?: components["schemas"]["Length"];
            atLeast?: components["schemas"]["Length"];
            lessThan?: components["schemas"]["Length"];
            atMost?: components["schemas"]["Length"];
        };
        /** @description Where an action or resource is. */
        Link: {
            /** @description A path on this server. */
            href: string;
        };
        /** @description An amount in a currency. */
        Money: {
            /**
             * @description a decimal number as a string, for example "12.50".
             * @example 12.50
             */
            amount: string;
            /**
             * @description ISO 4217, for example EUR.
             * @example EUR
             */
            currency: string;
        };
        /** @description The neighbouring pages, with the same filters. */
        PageLinks: {
            self: components["schemas"]["Link"];
            next?: components["schemas"]["Link"];
            prev?: components["schemas"]["Link"];
        };
        /** @description Postal codes of one country: `prefix`, or `from` and `to`. Case, spaces and hyphens do not matter. A British `PA2` is the district PA2 and not PA20. */
        PostCodes: {
            /**
             * @description ISO 3166-1 alpha-2, two capital letters, for example DE.
             * @example DE
             */
            countryCode: string;
            /**
             * @description Every postal code that begins so.
             * @example 25849
             */
            prefix?: string;
            /**
             * @description The first, or what it begins with.
             * @example 26465
             */
            from?: string;
            /**
             * @description The last, or what it begins with. Inclusive.
             * @example 26486
             */
            to?: string;
        };
        /** @description The weight brackets from one zone to another. */
        Price: {
            /**
             * @description A zone; left out: from everywhere.
             * @example NL
             */
            origin?: string;
            /**
             * @description A zone; left out: to everywhere.
             * @example DE-ISLANDS
             */
            destination?: string;
            /**
             * @description What is weighed and priced: the whole shipment (default), or each unit by itself.
             * @enum {string}
             */
            per?: "shipment" | "handlingUnit";
            brackets: components["schemas"]["Bracket"][];
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
                /** @description Of a file: the row. */
                row?: number;
                /** @description Of a file: the column. */
                column?: number;
                /** @description The rule that is broken and its remedy. */
                message: string;
            }[];
            /** @description Of `forbidden`: the permission that this needs. */
            permission?: string;
            /** @description Of `precondition-failed`: the version that there is now. */
            currentVersion?: number;
            /** @description Of `rate-limited`: which limit it is, `read`, `write`, `bulk` or `address`. */
            policy?: string;
            /** @description Of `rate-limited`: how many requests a minute it allows. */
            limit?: number;
            /** @description Of `rate-limited`: when to come back. */
            retryAfterSeconds?: number;
            /** @description Of `method-not-allowed`: what the path can be asked with. */
            allowedMethods?: string[];
            /**
             * Format: uuid
             * @description Of `contracts-overlap`: the contract that holds already.
             */
            contractId?: string;
            /**
             * Format: date
             * @description Of `contract-ended`: the first day on which it does not hold.
             */
            endedFrom?: string;
        };
        /** @description What one of the base is worth in a currency. */
        QuotedRate: {
            /**
             * @description ISO 4217, for example EUR.
             * @example EUR
             */
            currency: string;
            /**
             * @description a decimal string above 0 such as "1.0825": so much of this currency is one of the base.
             * @example 1.0825
             */
            rate: string;
        };
        /** @description What the shipment costs, explained line by line. */
        Rate: {
            /**
             * @description `carrier`: asked of the carrier itself just now.
             * @enum {string}
             */
            source: "contract" | "carrier";
            /** @example DHLPX */
            carrierReference: string;
            /** @example DFY-B2C */
            serviceLevelReference: string;
            contract?: components["schemas"]["RateContract"];
            total: components["schemas"]["RateTotal"];
            /** @description Working days in transit. */
            transitDays?: {
                min: number;
                max: number;
            };
            physicalWeight: components["schemas"]["Weight"];
            volumetricWeight?: components["schemas"]["Weight"];
            billableWeight?: components["schemas"]["Weight"];
            /** @description In the currency of the contract; what each came from. */
            lines: components["schemas"]["RateLine"][];
            /** @description What could not be decided for want of data, and so is not in the price. */
            undecided?: {
                reference: string;
                reason: string;
            }[];
            conversion?: components["schemas"]["RateConversion"];
        };
        /** @description An address as shipments have it. The country, the postal code and `residential` make the price. */
        RateAddress: {
            /**
             * @description ISO 3166-1 alpha-2, two capital letters, for example DE.
             * @example DE
             */
            countryCode: string;
            /**
             * @description In the country's own format. Without it only zones of whole countries are known.
             * @example 10115
             */
            postCode?: string;
            /** @description A private address; some carriers charge for it. */
            residential?: boolean;
            /** @description Not needed for a price. */
            companyName?: string;
            /** @description Not needed for a price. */
            contactName?: string;
            /** @description Not needed for a price. */
            street?: string;
            /** @description Not needed for a price. */
            houseNumber?: string;
            /** @description Not needed for a price. */
            addressLine2?: string;
            /** @description Not needed for a price. */
            city?: string;
            /** @description Not needed for a price. */
            stateCode?: string;
            /** @description Not needed for a price. */
            phone?: string;
            /** @description Not needed for a price. */
            email?: string;
            /** @description Not needed for a price. */
            eoriNumber?: string;
            /** @description Not needed for a price. */
            vatNumber?: string;
        };
        /** @description The weight bracket as the contract has it; `upTo` is inclusive. */
        RateBracket: {
            moreThan?: components["schemas"]["Weight"];
            upTo?: components["schemas"]["Weight"];
            /** @description The flat price. */
            amount?: string;
            /** @description The price of a kilogram of billable weight. */
            perKg?: string;
            /** @description The least that `perKg` comes to. */
            minimum?: string;
            /** @description Added to `amount` for each begun step above `moreThan`. */
            perStep?: {
                step: components["schemas"]["Weight"];
                amount: string;
            };
        };
        /** @description The contract version that priced it, which stays readable for ever. */
        RateContract: {
            /**
             * Format: uuid
             * @description A UUID.
             */
            id: string;
            /** @example DHLPX-2026 */
            reference: string;
            version: number;
        };
        /** @description How the total came into the currency that was asked for. */
        RateConversion: {
            /**
             * @description The sum of the lines, in `currency`.
             * @example 7.82
             */
            amount: string;
            /** @example EUR */
            currency: string;
            /** @description One, or two where the way goes through a third currency. */
            exchangeRates: {
                base: string;
                quote: string;
                /** @description One `base` is so many `quote`. */
                rate: string;
                /** Format: date */
                validFrom: string;
            }[];
        };
        /** @description One physical package or pallet. */
        RateHandlingUnit: {
            /**
             * @description The shipper's own reference of this unit.
             * @example PKG-001
             */
            reference?: string;
            /**
             * @description Not needed for a price.
             * @example Box
             */
            packageType?: string;
            weight: components["schemas"]["Weight"];
            dimensions?: components["schemas"]["Dimensions"];
            /** @description Whether dangerous goods are inside, or which, as shipments have it. */
            dangerousGoods?: boolean | components["schemas"]["DangerousGoods"][];
            /** @description What is inside. Some carriers price goods that leave a customs territory only where every unit has some, each with a whole `quantity` and a `value` above 0, all in one currency; nothing else of it is needed for a price. */
            goodsItems?: {
                /** @description Not needed for a price. */
                description?: string;
                quantity?: number;
                /** @description Not needed for a price. */
                sku?: string;
                value?: components["schemas"]["Money"];
                /** @description Not needed for a price. */
                hsCode?: string;
                /** @description Not needed for a price. */
                countryOfOrigin?: string;
                netWeight?: components["schemas"]["Weight"];
            }[];
        };
        /** @description One line of a price, with what made it. */
        RateLine: {
            /**
             * @description `carrier`: a line as the carrier itself gave it.
             * @enum {string}
             */
            type: "base" | "fixed" | "percentage" | "carrier";
            /**
             * @description `base`, or the reference of the surcharge.
             * @example FUEL
             */
            reference: string;
            /**
             * @description Rounded half up to the currency's minor unit; the lines add up to the total.
             * @example 0.87
             */
            amount: string;
            /** @description The number of the unit that the line is for, from 1. */
            handlingUnit?: number;
            /** @description The zones that the price is for. One that is absent takes every place. */
            zones?: {
                origin?: string;
                destination?: string;
            };
            bracket?: components["schemas"]["RateBracket"];
            billableWeight?: components["schemas"]["Weight"];
            /** @example 12.5 */
            percentage?: string;
            /** @description What a surcharge is computed from. */
            basis?: {
                /**
                 * @description What is multiplied.
                 * @example 6.95
                 */
                amount: string;
                /** @description The lines whose sum it is, by their references. */
                of?: string[];
                /** @description How many times it is charged. */
                quantity?: number;
                /** @description The numbers of the units it is charged for. */
                handlingUnits?: number[];
            };
            /**
             * Format: date
             * @description Of a surcharge with dated values: since when the value holds.
             */
            validFrom?: string;
            description?: string;
        };
        /** @description An exact amount of money. */
        RateTotal: {
            /**
             * @description A decimal string with exactly the currency's minor digits.
             * @example 7.82
             */
            amount: string;
            /**
             * @description ISO 4217.
             * @example EUR
             */
            currency: string;
        };
        /** @description An amount or a percentage on top of the base price. */
        Surcharge: {
            /**
             * @description What lines and `appliesTo` call it.
             * @example FUEL
             */
            reference: string;
            /**
             * @description `fixed` has an `amount`, `percentage` a `percentage` and `appliesTo`; either may have `values` instead.
             * @enum {string}
             */
            type: "fixed" | "percentage";
            /**
             * @description a decimal string such as "0.35"; a discount is negative.
             * @example 0.35
             */
            amount?: string;
            /**
             * @description a decimal string such as "12.5"; a discount is negative, down to "-100".
             * @example 12.5
             */
            percentage?: string;
            /** @description Values by date, in order of their dates, for what changes monthly. */
            values?: {
                /**
                 * Format: date
                 * @description The first day on which it holds.
                 * @example 2026-01-01
                 */
                from: string;
                /**
                 * Format: date
                 * @description The last day, inclusive; left out: until the next value begins.
                 * @example 2026-01-31
                 */
                to?: string;
                /**
                 * @description a decimal string such as "0.35"; a discount is negative.
                 * @example 0.35
                 */
                amount?: string;
                /**
                 * @description a decimal string such as "12.5"; a discount is negative, down to "-100".
                 * @example 12.5
                 */
                percentage?: string;
            }[];
            /**
             * @description Of a fixed one: charged once (default), or for each unit of which `when` holds.
             * @enum {string}
             */
            per?: "shipment" | "handlingUnit";
            /** @description Of a percentage: what it is of, and of nothing else. */
            appliesTo?: string[];
            when?: components["schemas"]["Condition"];
        };
        /**
         * @description All surcharges of a contract, as they are from now on; left out: none.
         * @example {
         *       "surcharges": [
         *         {
         *           "reference": "TOLL",
         *           "type": "fixed",
         *           "amount": "0.35",
         *           "per": "shipment"
         *         },
         *         {
         *           "reference": "FUEL",
         *           "type": "percentage",
         *           "percentage": "12.5",
         *           "appliesTo": [
         *             "base",
         *             "TOLL"
         *           ]
         *         },
         *         {
         *           "reference": "OVERSIZE",
         *           "type": "fixed",
         *           "amount": "15.00",
         *           "per": "handlingUnit",
         *           "when": {
         *             "longestSide": {
         *               "moreThan": {
         *                 "value": 120,
         *                 "unit": "cm"
         *               }
         *             }
         *           }
         *         }
         *       ]
         *     }
         */
        SurchargesInput: {
            /** @description In the order of the lines. */
            surcharges?: components["schemas"]["Surcharge"][];
        };
        /** @description A contract or service level that gave no price, and why. */
        UnavailableRate: {
            /** @enum {string} */
            source: "contract" | "carrier";
            carrierReference?: string;
            serviceLevelReference?: string;
            contract?: components["schemas"]["RateContract"];
            /**
             * @description not-valid-on-date, service-level-not-offered, no-price-for-lane, weight-not-covered, no-surcharge-value, no-exchange-rate; of carriers also their own, and carrier-unavailable.
             * @example no-price-for-lane
             */
            reason: string;
            /** @description The same in words, with the figures. */
            detail: string;
        };
        /** @description A volume in the unit of your choice. */
        Volume: {
            /** @example 150 */
            value: number;
            /**
             * @description The unit of `value`; a litre is a dm3.
             * @enum {string}
             */
            unit: "cm3" | "dm3" | "m3" | "in3";
        };
        /** @description All bounds that are named hold. */
        VolumeRange: {
            moreThan?: components["schemas"]["Volume"];
            atLeast?: components["schemas"]["Volume"];
            lessThan?: components["schemas"]["Volume"];
            atMost?: components["schemas"]["Volume"];
        };
        /** @description A weight in the unit of your choice; it is echoed as sent. */
        Weight: {
            /**
             * @description The weight in `unit`.
             * @example 2.5
             */
            value: number;
            /**
             * @description The unit of `value`.
             * @enum {string}
             */
            unit: "kg" | "g" | "lb" | "oz";
        };
        /** @description All bounds that are named hold. */
        WeightRange: {
            moreThan?: components["schemas"]["Weight"];
            atLeast?: components["schemas"]["Weight"];
            lessThan?: components["schemas"]["Weight"];
            atMost?: components["schemas"]["Weight"];
        };
        /** @description A part of the world: countries, postal codes, or both. A postal code beats a country, the narrower beats the wider. */
        Zone: {
            /**
             * @description What prices call it.
             * @example DE-ISLANDS
             */
            reference: string;
            countries?: string[];
            postCodes?: components["schemas"]["PostCodes"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description The version of the resource, to be sent as If-Match with a change of it; there when the resource has a `version`.
         * @example "3"
         */
        ETag: string;
        /**
         * @description There when this is the answer to an earlier request with the same Idempotency-Key.
         * @example true
         */
        "Idempotent-Replayed": "true";
        /**
         * @description The path of what was made, where it can be read by itself.
         * @example /api/shipping/v2/shipments/01890a5d-ac96-774b-bcce-b302099a8057
         */
        Location: string;
        /**
         * @description What is left (`r`) and for how many seconds (`t`), as draft-ietf-httpapi-ratelimit-headers has it.
         * @example "write";r=87;t=12
         */
        RateLimit: string;
        /**
         * @description The limit (`q`) and its window in seconds (`w`), likewise.
         * @example "write";q=100;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description Seconds to wait before the same request is sent again; there when that may help.
         * @example 5
         */
        "Retry-After": number;
        /**
         * @description The kinds of credentials that are taken.
         * @example ApiKey realm="viya", Bearer realm="viya"
         */
        "WWW-Authenticate": string;
        /**
         * @description The X-Correlation-Id of the request, or else its X-Request-Id.
         * @example order-4711
         */
        "X-Correlation-Id": string;
        /**
         * @description Requests a minute that the caller may make of this kind.
         * @example 100
         */
        "X-RateLimit-Limit": number;
        /**
         * @description Requests that are left in the current minute.
         * @example 87
         */
        "X-RateLimit-Remaining": number;
        /**
         * @description When the count begins anew, in seconds since 1970-01-01T00:00:00Z.
         * @example 1768905060
         */
        "X-RateLimit-Reset": number;
        /**
         * @description Names this request in the log of the server.
         * @example 01890a5d-ac96-774b-bcce-b302099a8057
         */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type Area = components['schemas']['Area'];
export type Bracket = components['schemas']['Bracket'];
export type CalculateRequest = components['schemas']['CalculateRequest'];
export type Calculation = components['schemas']['Calculation'];
export type Calculations = components['schemas']['Calculations'];
export type CalculationsRequest = components['schemas']['CalculationsRequest'];
export type Condition = components['schemas']['Condition'];
export type Contract = components['schemas']['Contract'];
export type ContractChange = components['schemas']['ContractChange'];
export type ContractInput = components['schemas']['ContractInput'];
export type ContractPage = components['schemas']['ContractPage'];
export type ContractServiceLevel = components['schemas']['ContractServiceLevel'];
export type ContractSummary = components['schemas']['ContractSummary'];
export type ContractWarning = components['schemas']['ContractWarning'];
export type DangerousGoods = components['schemas']['DangerousGoods'];
export type Dimensions = components['schemas']['Dimensions'];
export type ExchangeRate = components['schemas']['ExchangeRate'];
export type ExchangeRatePage = components['schemas']['ExchangeRatePage'];
export type ExchangeRates = components['schemas']['ExchangeRates'];
export type ExchangeRatesInput = components['schemas']['ExchangeRatesInput'];
export type Length = components['schemas']['Length'];
export type LengthRange = components['schemas']['LengthRange'];
export type Link = components['schemas']['Link'];
export type Money = components['schemas']['Money'];
export type PageLinks = components['schemas']['PageLinks'];
export type PostCodes = components['schemas']['PostCodes'];
export type Price = components['schemas']['Price'];
export type Problem = components['schemas']['Problem'];
export type QuotedRate = components['schemas']['QuotedRate'];
export type Rate = components['schemas']['Rate'];
export type RateAddress = components['schemas']['RateAddress'];
export type RateBracket = components['schemas']['RateBracket'];
export type RateContract = components['schemas']['RateContract'];
export type RateConversion = components['schemas']['RateConversion'];
export type RateHandlingUnit = components['schemas']['RateHandlingUnit'];
export type RateLine = components['schemas']['RateLine'];
export type RateTotal = components['schemas']['RateTotal'];
export type Surcharge = components['schemas']['Surcharge'];
export type SurchargesInput = components['schemas']['SurchargesInput'];
export type UnavailableRate = components['schemas']['UnavailableRate'];
export type Volume = components['schemas']['Volume'];
export type VolumeRange = components['schemas']['VolumeRange'];
export type Weight = components['schemas']['Weight'];
export type WeightRange = components['schemas']['WeightRange'];
export type Zone = components['schemas']['Zone'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderIdempotentReplayed = components['headers']['Idempotent-Replayed'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderRateLimitPolicy = components['headers']['RateLimit-Policy'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type HeaderWwwAuthenticate = components['headers']['WWW-Authenticate'];
export type HeaderXCorrelationId = components['headers']['X-Correlation-Id'];
export type HeaderXRateLimitLimit = components['headers']['X-RateLimit-Limit'];
export type HeaderXRateLimitRemaining = components['headers']['X-RateLimit-Remaining'];
export type HeaderXRateLimitReset = components['headers']['X-RateLimit-Reset'];
export type HeaderXRequestId = components['headers']['X-Request-Id'];
export type $defs = Record<string, never>;
export interface operations {
    calculateRates: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, so that it has its effect once however often it is sent, and every time the same answer. Make a new one for each new request, best a UUID like `f3a6c1de-5b0c-4f0e-9d5c-0c1f2b7f3a10`; it is remembered for 72 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalculateRequest"];
            };
        };
        responses: {
            /** @description What it costs with whom, and why. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calculation"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource. */
            404: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than this takes. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule of the business is broken; `type` says which. */
            422: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calculateBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, so that it has its effect once however often it is sent, and every time the same answer. Make a new one for each new request, best a UUID like `f3a6c1de-5b0c-4f0e-9d5c-0c1f2b7f3a10`; it is remembered for 72 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalculationsRequest"];
            };
        };
        responses: {
            /** @description Every answer. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "date": "2026-01-20",
                     *           "rates": [
                     *             {
                     *               "source": "contract",
                     *               "carrierReference": "DHLPX",
                     *               "serviceLevelReference": "DFY-B2C",
                     *               "contract": {
                     *                 "id": "01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11",
                     *                 "reference": "DHLPX-2026",
                     *                 "version": 1
                     *               },
                     *               "total": {
                     *                 "amount": "11.08",
                     *                 "currency": "EUR"
                     *               },
                     *               "transitDays": {
                     *                 "min": 1,
                     *                 "max": 2
                     *               },
                     *               "physicalWeight": {
                     *                 "value": 2.5,
                     *                 "unit": "kg"
                     *               },
                     *               "volumetricWeight": {
                     *                 "value": 1.8,
                     *                 "unit": "kg"
                     *               },
                     *               "billableWeight": {
                     *                 "value": 2.5,
                     *                 "unit": "kg"
                     *               },
                     *               "lines": [
                     *                 {
                     *                   "type": "base",
                     *                   "reference": "base",
                     *                   "amount": "9.50",
                     *                   "zones": {
                     *                     "origin": "NL",
                     *                     "destination": "DE"
                     *                   },
                     *                   "bracket": {
                     *                     "moreThan": {
                     *                       "value": 2,
                     *                       "unit": "kg"
                     *                     },
                     *                     "upTo": {
                     *                       "value": 31.5,
                     *                       "unit": "kg"
                     *                     },
                     *                     "amount": "9.50"
                     *                   },
                     *                   "billableWeight": {
                     *                     "value": 2.5,
                     *                     "unit": "kg"
                     *                   }
                     *                 },
                     *                 {
                     *                   "type": "fixed",
                     *                   "reference": "TOLL",
                     *                   "amount": "0.35",
                     *                   "basis": {
                     *                     "amount": "0.35",
                     *                     "quantity": 1
                     *                   }
                     *                 },
                     *                 {
                     *                   "type": "percentage",
                     *                   "reference": "FUEL",
                     *                   "amount": "1.23",
                     *                   "percentage": "12.5",
                     *                   "basis": {
                     *                     "amount": "9.85",
                     *                     "of": [
                     *                       "base",
                     *                       "TOLL"
                     *                     ]
                     *                   }
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "unavailable": []
                     *         },
                     *         {
                     *           "type": "https://viya.shipitsmarter.com/errors/not-found",
                     *           "title": "Not Found",
                     *           "status": 404,
                     *           "detail": "There is no shipment with id 01890a5d-ac96-774b-bcce-b302099a8057.",
                     *           "instance": "/api/rates/v1/calculations#/items/1"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Calculations"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than this takes. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came before with another request. */
            422: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContracts: {
        parameters: {
            query?: {
                /**
                 * @description The carrier profile, by its reference.
                 * @example DHLPX
                 */
                carrierReference?: string;
                /**
                 * @description Exactly this reference.
                 * @example DHLPX-2026
                 */
                reference?: string;
                /**
                 * @description Pricing on this day.
                 * @example 2026-01-20
                 */
                validOn?: string;
                /** @description How many to return, 1 to 200. */
                limit?: number;
                /** @description How many to skip. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of contracts, by reference and then by validity. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractPage"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createContract: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, so that it has its effect once however often it is sent, and every time the same answer. Make a new one for each new request, best a UUID like `f3a6c1de-5b0c-4f0e-9d5c-0c1f2b7f3a10`; it is remembered for 72 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractInput"];
            };
        };
        responses: {
            /** @description A contract in one of its versions. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the resource does not allow this. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than this takes. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came before with another request. */
            422: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContract: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have: 304, without a body, when nothing has changed since. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A contract in one of its versions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            /** @description It is as it was when the ETag was had that `If-None-Match` names. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateContract: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read, or several with commas between; 412 when the contract has changed since. A weak one (`W/"3"`) never matches. */
                "If-Match"?: string;
                /** @description Names this request, so that it has its effect once however often it is sent, and every time the same answer. Make a new one for each new request, best a UUID like `f3a6c1de-5b0c-4f0e-9d5c-0c1f2b7f3a10`; it is remembered for 72 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractInput"];
            };
        };
        responses: {
            /** @description A contract in one of its versions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11",
                     *       "version": 2,
                     *       "reference": "DHLPX-2026",
                     *       "carrierReference": "DHLPX",
                     *       "currency": "EUR",
                     *       "validFrom": "2026-01-01",
                     *       "validTo": "2026-12-31",
                     *       "volumetricDivisor": 5000,
                     *       "weightStep": {
                     *         "value": 0.5,
                     *         "unit": "kg"
                     *       },
                     *       "zones": [
                     *         {
                     *           "reference": "NL",
                     *           "countries": [
                     *             "NL"
                     *           ]
                     *         },
                     *         {
                     *           "reference": "DE",
                     *           "countries": [
                     *             "DE"
                     *           ]
                     *         },
                     *         {
                     *           "reference": "DE-ISLANDS",
                     *           "postCodes": [
                     *             {
                     *               "countryCode": "DE",
                     *               "prefix": "25849"
                     *             },
                     *             {
                     *               "countryCode": "DE",
                     *               "from": "26465",
                     *               "to": "26486"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "serviceLevels": [
                     *         {
                     *           "reference": "DFY-B2C",
                     *           "transitDays": {
                     *             "min": 1,
                     *             "max": 2
                     *           },
                     *           "prices": [
                     *             {
                     *               "origin": "NL",
                     *               "destination": "DE",
                     *               "per": "shipment",
                     *               "brackets": [
                     *                 {
                     *                   "upTo": {
                     *                     "value": 2,
                     *                     "unit": "kg"
                     *                   },
                     *                   "amount": "4.95"
                     *                 },
                     *                 {
                     *                   "upTo": {
                     *                     "value": 31.5,
                     *                     "unit": "kg"
                     *                   },
                     *                   "amount": "9.50"
                     *                 }
                     *               ]
                     *             },
                     *             {
                     *               "origin": "NL",
                     *               "destination": "DE-ISLANDS",
                     *               "per": "shipment",
                     *               "brackets": [
                     *                 {
                     *                   "upTo": {
                     *                     "value": 2,
                     *                     "unit": "kg"
                     *                   },
                     *                   "amount": "6.95"
                     *                 },
                     *                 {
                     *                   "upTo": {
                     *                     "value": 31.5,
                     *                     "unit": "kg"
                     *                   },
                     *                   "amount": "15.50"
                     *                 },
                     *                 {
                     *                   "perKg": "0.85",
                     *                   "minimum": "30.00"
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "surcharges": [
                     *         {
                     *           "reference": "TOLL",
                     *           "type": "fixed",
                     *           "amount": "0.35",
                     *           "per": "shipment"
                     *         },
                     *         {
                     *           "reference": "FUEL",
                     *           "type": "percentage",
                     *           "percentage": "12.5",
                     *           "appliesTo": [
                     *             "base",
                     *             "TOLL"
                     *           ]
                     *         },
                     *         {
                     *           "reference": "OVERSIZE",
                     *           "type": "fixed",
                     *           "amount": "15.00",
                     *           "per": "handlingUnit",
                     *           "when": {
                     *             "longestSide": {
                     *               "moreThan": {
                     *                 "value": 120,
                     *                 "unit": "cm"
                     *               }
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "warnings": [],
                     *       "createdOn": "2026-01-02T09:00:00.000Z",
                     *       "updatedOn": "2026-02-01T09:00:00.000Z",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/api/rates/v1/contracts/01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11"
                     *         },
                     *         "version": {
                     *           "href": "/api/rates/v1/contracts/01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11/versions/2"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Contract"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource. */
            404: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the resource does not allow this. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource has changed since it was read. */
            412: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than this takes. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came before with another request. */
            422: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endContract: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, so that it has its effect once however often it is sent, and every time the same answer. Make a new one for each new request, best a UUID like `f3a6c1de-5b0c-4f0e-9d5c-0c1f2b7f3a10`; it is remembered for 72 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource. */
            404: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the resource does not allow this. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came before with another request. */
            422: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPrices: {
        parameters: {
            query?: {
                /** @description The form of the file. */
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                /** @description A UUID. */
                id: string;
                /**
                 * @description The service level, by its reference.
                 * @example DFY-B2C
                 */
                serviceLevelReference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grid; `Content-Disposition` names it `prices.csv` or `prices.xlsx`. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importPrices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read, or several with commas between; 412 when the contract has changed since. A weak one (`W/"3"`) never matches. */
                "If-Match"?: string;
                /** @description Names this request, so that it has its effect once however often it is sent, and every time the same answer. Make a new one for each new request, best a UUID like `f3a6c1de-5b0c-4f0e-9d5c-0c1f2b7f3a10`; it is remembered for 72 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A UUID. */
                id: string;
                /**
                 * @description The service level, by its reference.
                 * @example DFY-B2C
                 */
                serviceLevelReference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description The version that a change of a part of a contract made. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractChange"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource. */
            404: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the resource does not allow this. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource has changed since it was read. */
            412: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than this takes. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came before with another request. */
            422: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setSurcharges: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read, or several with commas between; 412 when the contract has changed since. A weak one (`W/"3"`) never matches. */
                "If-Match"?: string;
                /** @description Names this request, so that it has its effect once however often it is sent, and every time the same answer. Make a new one for each new request, best a UUID like `f3a6c1de-5b0c-4f0e-9d5c-0c1f2b7f3a10`; it is remembered for 72 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurchargesInput"];
            };
        };
        responses: {
            /** @description The version that a change of a part of a contract made. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractChange"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource. */
            404: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the resource does not allow this. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource has changed since it was read. */
            412: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than this takes. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came before with another request. */
            422: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContractVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have: 304, without a body, when nothing has changed since. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A UUID. */
                id: string;
                /** @description From 1 to the newest. */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A contract in one of its versions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            /** @description It is as it was when the ETag was had that `If-None-Match` names. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExchangeRates: {
        parameters: {
            query?: {
                /**
                 * @description ISO 4217, for example EUR.
                 * @example EUR
                 */
                base?: string;
                /**
                 * @description ISO 4217, for example EUR.
                 * @example USD
                 */
                quote?: string;
                /** @description How many to return, 1 to 200. */
                limit?: number;
                /** @description How many to skip. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of exchange rates, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRatePage"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setExchangeRates: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, so that it has its effect once however often it is sent, and every time the same answer. Make a new one for each new request, best a UUID like `f3a6c1de-5b0c-4f0e-9d5c-0c1f2b7f3a10`; it is remembered for 72 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExchangeRatesInput"];
            };
        };
        responses: {
            /** @description What is set now. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRates"];
                };
            };
            /** @description The request is not valid; `errors` names each place. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The credentials are missing or not valid. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request with this Idempotency-Key is still being worked on. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query is too long. */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is of another type than this takes. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came before with another request. */
            422: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An unexpected fault of the server. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A dependency does not answer; try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Correlation-Id": components["headers"]["X-Correlation-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
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
