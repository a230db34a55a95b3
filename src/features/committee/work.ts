/** The fixed query costs of an answer to a question, of the indicators' CSV and of the yearly report: what they read, which no selection shows. */
export const workOfCommittee = { analysis: 100, csv: 200, report: 500 } as const;
