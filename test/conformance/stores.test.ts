import { channelChecks } from './channel-turns.ts';
import { handChecks } from './hand-job.ts';
import { jobStoreChecks } from './job-store.ts';
import { linkingChecks } from './linking.ts';
import { outboxStoreChecks } from './outbox-store.ts';
import { personRecordsChecks } from './person-records.ts';
import { runSuites } from './store-places.ts';
import { commitChecks } from './turn-commit.ts';
import { turnLeaseChecks } from './turn-lease.ts';
import { turnStoreChecks } from './turn-store.ts';

runSuites({
  'a turn store': turnStoreChecks,
  'holding a thread': turnLeaseChecks,
  'commits of a turn store': commitChecks,
  'turns of a channel that is pushed to': channelChecks,
  'an outbox store': outboxStoreChecks,
  'a job store': jobStoreChecks,
  'handing jobs to the conversation': handChecks,
  'records of a person': personRecordsChecks,
  'linking two accounts': linkingChecks,
});
