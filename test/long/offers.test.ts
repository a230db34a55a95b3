import { testOffers } from '../access/rights/offer-campaign.js';

testOffers(3000);
