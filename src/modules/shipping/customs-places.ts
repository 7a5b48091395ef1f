/** A part of the world within which goods move without customs data. */
export interface CustomsPlace {
  /** For messages. Absent: the country's own name. */
  name?: string;
  countries: readonly string[];
  /** Only these postal codes of the countries: beginnings, in the form of `normalisePostCode`. The longest one counts. */
  postCodes?: readonly string[];
  /**
   * The area in which goods from here are at home, and that in which goods sent here still are. A lane needs no customs
   * data when its two ends have an area in common. Absent: each country is an area of its own.
   */
  area?: string | { from: readonly string[]; to: readonly string[] };
  rule: CustomsRule;
}

/** Why a place is where it is, and who says so. */
interface CustomsRule {
  reason: string;
  source: string;
}

const IN_EU = {
  reason: 'The member states are one customs and VAT territory, with the Azores, Madeira and the Balearic Islands.',
  source: 'Regulation (EU) No 952/2013 (Union Customs Code), Article 4(1)',
};
const OUTSIDE_EU = {
  reason: 'Belongs to a member state, but not to the EU customs territory.',
  source: 'Regulation (EU) No 952/2013, Article 4(1); Regulation (EU) 2019/474; TFEU, annex II',
};
const OUTSIDE_EU_VAT = {
  reason: 'Inside the EU customs territory but outside its VAT: goods cross under customs formalities.',
  source: 'Directive 2006/112/EC, Article 6(1); Regulation (EU) No 952/2013, Article 1(3)',
};
const OUTSIDE_US = {
  reason: 'The US customs territory is the States, the District of Columbia and Puerto Rico.',
  source: '19 CFR 101.1',
};
const OUTSIDE_AUSTRALIA = {
  reason: 'The customs law of Australia does not extend to its external territories.',
  source: 'Customs Act 1901 (Cth), section 6',
};
const OUTSIDE_EU_TAXES = {
  reason: 'In customs union with the EU but outside its VAT: goods cross with a T2, T2SM or A.TR and an invoice.',
  source: 'Decisions 90/680/EEC (AD) and 2002/245/EC (SM); Decision No 1/95 of the EC-Turkey Association Council',
};
const VATICAN = { reason: 'No part of the EU customs territory.', source: 'Regulation (EU) No 952/2013, Article 4' };
const OUTSIDE_NORWAY = {
  reason: 'The customs territory of Norway is its mainland.',
  source: 'Norwegian Act of 11 March 2022 no. 8 on import and export of goods',
};
const OUTSIDE_CHINA = {
  reason: 'The special administrative regions are customs territories of their own; mainland forms give them a code.',
  source: 'Basic Law of Hong Kong, Article 116; Basic Law of Macao, Article 112',
};
const CROWN_DEPENDENCY = {
  reason: 'In customs union with the United Kingdom but outside its VAT: goods are declared both ways.',
  source: 'UK customs arrangements with Jersey and Guernsey of 26 November 2018; HMRC manual EXPP8200',
};

const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/**
 * Where customs borders are not the borders of countries. What no row names is an area of its own; so are the members of
 * the customs unions that want a declaration at their inner borders all the same (Eurasian, Southern African, Gulf).
 */
export const CUSTOMS_PLACES: readonly CustomsPlace[] = [
  { countries: EU, area: 'EU', rule: IN_EU },
  {
    countries: ['MC'],
    area: 'EU',
    rule: { reason: 'Counts as France for customs and VAT.', source: 'Regulation (EU) No 952/2013, Article 4(2)(a)' },
  },
  { name: 'Ceuta', countries: ['ES'], postCodes: ['51'], area: 'ES-CE', rule: OUTSIDE_EU },
  { name: 'Melilla', countries: ['ES'], postCodes: ['52'], area: 'ES-ML', rule: OUTSIDE_EU },
  { name: 'Heligoland', countries: ['DE'], postCodes: ['27498'], area: 'DE-Heligoland', rule: OUTSIDE_EU },
  { name: 'Livigno', countries: ['IT'], postCodes: ['23041'], area: 'IT-Livigno', rule: OUTSIDE_EU },
  { name: 'Greenland', countries: ['DK'], postCodes: ['39'], area: 'GL', rule: OUTSIDE_EU },
  { countries: ['FO', 'GL'], rule: OUTSIDE_EU },
  { name: "Campione d'Italia", countries: ['IT'], postCodes: ['22061'], area: 'IT-Campione', rule: OUTSIDE_EU_VAT },
  { name: "Campione d'Italia", countries: ['CH'], postCodes: ['6911'], area: 'IT-Campione', rule: OUTSIDE_EU_VAT },
  { name: 'the Canary Islands', countries: ['ES'], postCodes: ['35', '38'], area: 'ES-CN', rule: OUTSIDE_EU_VAT },
  { name: 'Mount Athos', countries: ['GR'], postCodes: ['63086', '63087'], area: 'GR-69', rule: OUTSIDE_EU_VAT },
  { name: 'Åland', countries: ['FI'], postCodes: ['22'], area: 'AX', rule: OUTSIDE_EU_VAT },
  { countries: ['AX', 'GP', 'MQ', 'GF', 'RE', 'YT', 'MF'], rule: OUTSIDE_EU_VAT },
  { name: 'Guadeloupe', countries: ['FR'], postCodes: ['971'], area: 'GP', rule: OUTSIDE_EU_VAT },
  { name: 'Martinique', countries: ['FR'], postCodes: ['972'], area: 'MQ', rule: OUTSIDE_EU_VAT },
  { name: 'French Guiana', countries: ['FR'], postCodes: ['973'], area: 'GF', rule: OUTSIDE_EU_VAT },
  { name: 'Réunion', countries: ['FR'], postCodes: ['974'], area: 'RE', rule: OUTSIDE_EU_VAT },
  { name: 'Mayotte', countries: ['FR'], postCodes: ['976'], area: 'YT', rule: OUTSIDE_EU_VAT },
  { name: 'Saint Martin', countries: ['FR'], postCodes: ['978', '97150'], area: 'MF', rule: OUTSIDE_EU_VAT },
  { name: 'Saint Pierre and Miquelon', countries: ['FR'], postCodes: ['975'], area: 'PM', rule: OUTSIDE_EU },
  { name: 'Saint Barthélemy', countries: ['FR'], postCodes: ['977', '97133'], area: 'BL', rule: OUTSIDE_EU },
  { name: 'the French Southern Territories', countries: ['FR'], postCodes: ['984'], area: 'TF', rule: OUTSIDE_EU },
  { name: 'Wallis and Futuna', countries: ['FR'], postCodes: ['986'], area: 'WF', rule: OUTSIDE_EU },
  { name: 'French Polynesia', countries: ['FR'], postCodes: ['987'], area: 'PF', rule: OUTSIDE_EU },
  { name: 'New Caledonia', countries: ['FR'], postCodes: ['988'], area: 'NC', rule: OUTSIDE_EU },
  { countries: ['AD', 'SM', 'TR'], rule: OUTSIDE_EU_TAXES },
  { name: 'San Marino', countries: ['IT'], postCodes: ['4789'], area: 'SM', rule: OUTSIDE_EU_TAXES },
  { countries: ['VA'], rule: VATICAN },
  { name: 'Vatican City', countries: ['IT'], postCodes: ['00120'], area: 'VA', rule: VATICAN },
  {
    name: 'the north of Cyprus',
    countries: ['TR'],
    postCodes: ['99'],
    area: 'CY-north',
    rule: {
      reason: 'Its mail goes by way of Turkey, under a number that no Turkish province has.',
      source: 'Protocol No 10 on Cyprus; Regulation (EC) No 866/2004',
    },
  },
  {
    name: 'Büsingen',
    countries: ['DE'],
    postCodes: ['78266'],
    area: 'CH',
    rule: {
      reason: 'A German village outside the EU customs territory and inside the Swiss one.',
      source: 'Regulation (EU) No 952/2013, Article 4(1); treaty of 23 November 1964, Germany and Switzerland',
    },
  },
  {
    countries: ['CH', 'LI'],
    area: 'CH',
    rule: { reason: 'Liechtenstein is in the Swiss customs territory.', source: 'Customs treaty of 29 March 1923' },
  },
  {
    name: 'Samnaun',
    countries: ['CH'],
    postCodes: ['7562', '7563'],
    area: 'CH-Samnaun',
    rule: {
      reason: 'A valley outside the Swiss customs territory.',
      source: 'Swiss customs ordinance (SR 631.01), Article 1',
    },
  },
  {
    countries: ['GB', 'IM'],
    area: 'UK',
    rule: {
      reason: 'Great Britain and the Isle of Man share customs and VAT.',
      source: 'Customs and Excise Agreement 1979; Isle of Man Act 1979',
    },
  },
  {
    name: 'Northern Ireland',
    countries: ['GB'],
    postCodes: ['BT'],
    area: { from: ['EU', 'UK'], to: ['EU'] },
    rule: {
      reason: 'EU rules for goods apply; its own goods move freely to Great Britain, but not the other way round.',
      source: 'Windsor Framework (Protocol on Ireland/Northern Ireland), Articles 4 to 6',
    },
  },
  { countries: ['JE', 'GG'], rule: CROWN_DEPENDENCY },
  { name: 'Jersey', countries: ['GB'], postCodes: ['JE'], area: 'JE', rule: CROWN_DEPENDENCY },
  { name: 'Guernsey', countries: ['GB'], postCodes: ['GY'], area: 'GG', rule: CROWN_DEPENDENCY },
  {
    name: 'a British Forces Post Office',
    countries: ['GB'],
    postCodes: ['BF'],
    area: 'GB-BFPO',
    rule: { reason: 'Forces abroad: all of this mail needs a declaration.', source: 'BFPO services guide (gov.uk)' },
  },
  {
    name: 'Gibraltar',
    countries: ['GB'],
    postCodes: ['GX11'],
    area: 'GI',
    rule: { reason: 'No part of the United Kingdom.', source: 'Interpretation Act 1978, schedule 1' },
  },
  { name: 'Svalbard', countries: ['NO'], postCodes: ['917'], area: 'SJ', rule: OUTSIDE_NORWAY },
  { name: 'Jan Mayen', countries: ['NO'], postCodes: ['8099'], area: 'SJ', rule: OUTSIDE_NORWAY },
  {
    countries: ['US', 'PR'],
    area: 'US',
    rule: { reason: 'Puerto Rico is in the US customs territory.', source: '19 CFR 101.1' },
  },
  { name: 'the US Virgin Islands', countries: ['US'], postCodes: ['008'], area: 'VI', rule: OUTSIDE_US },
  { name: 'American Samoa', countries: ['US'], postCodes: ['96799'], area: 'AS', rule: OUTSIDE_US },
  { name: 'Guam', countries: ['US'], postCodes: ['9691', '9692', '96931', '96932'], area: 'GU', rule: OUTSIDE_US },
  { name: 'the Northern Mariana Islands', countries: ['US'], postCodes: ['9695'], area: 'MP', rule: OUTSIDE_US },
  { name: 'the freely associated states', countries: ['US'], postCodes: ['969'], area: 'US-969', rule: OUTSIDE_US },
  { name: 'Wake Island', countries: ['US'], postCodes: ['96898'], area: 'UM', rule: OUTSIDE_US },
  {
    name: 'a US military or diplomatic post office',
    countries: ['US'],
    postCodes: ['09', '340', '962', '963', '964', '965', '966'],
    area: 'US-APO',
    rule: {
      reason: 'APO, FPO and DPO addresses are abroad, and their mail is declared.',
      source: 'USPS Domestic Mail Manual 703.2.3.6',
    },
  },
  { name: 'Norfolk Island', countries: ['AU'], postCodes: ['2899'], area: 'NF', rule: OUTSIDE_AUSTRALIA },
  { name: 'Christmas Island', countries: ['AU'], postCodes: ['6798'], area: 'CX', rule: OUTSIDE_AUSTRALIA },
  { name: 'the Cocos Islands', countries: ['AU'], postCodes: ['6799'], area: 'CC', rule: OUTSIDE_AUSTRALIA },
  { name: 'Hong Kong', countries: ['CN'], postCodes: ['999077'], area: 'HK', rule: OUTSIDE_CHINA },
  { name: 'Macao', countries: ['CN'], postCodes: ['999078'], area: 'MO', rule: OUTSIDE_CHINA },
];
