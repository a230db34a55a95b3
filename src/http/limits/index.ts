export { type Cost, charge, maxCost, metered, pay } from './metering.js';
export { limits, withinLimits } from './size.js';
export { limitMessages, MemberSockets, socketLimits, UnauthenticatedSockets } from './sockets.js';
export { UnreadSockets } from './unread.js';
