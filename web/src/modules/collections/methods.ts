import type { RowOf } from '@/shared/api/types';

export type ReceiptMethod = RowOf<'/api/receipts'>['method'];

export const methods: ReceiptMethod[] = ['BankTransfer', 'Cash', 'Bill', 'Other'];
