/** The cost of a person's file and of an access sheet. It is fixed: both read many tables, whatever is selected. */
export const workOfRights = { file: 1000, sheet: 500 } as const;
