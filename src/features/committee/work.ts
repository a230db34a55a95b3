/** The fixed query costs of the indicators' CSV and of the yearly report, because no selection shows their size. */
export const workOfCommittee = { csv: 200, report: 500 } as const;
