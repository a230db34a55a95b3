export { type Cost, charge, metered, mostCostly, pay } from './metering.js';
export { limits, withinLimits } from './size.js';
export { MembersSockets, StrangersSockets, socketLimits, withoutFloods } from './sockets.js';
export { UnreadSockets } from './unread.js';
