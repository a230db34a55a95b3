/** What it costs to make the indicators' table or the yearly report, of which no selection tells the size. */
export const workOfCommittee = { csv: 200, report: 500 } as const;
