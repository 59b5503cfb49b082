\set approver random(2, 5)
SELECT r.id, r.number, r.kind, (SELECT m.name FROM approvals_matter AS m WHERE m.id = r.matter_id LIMIT 1), r.title,
    r.applicant_id, COALESCE((SELECT p.name FROM organization_person AS p WHERE p.id = r.applicant_id LIMIT 1), ''),
    (SELECT u.name FROM organization_unit_term AS u WHERE u.unit_id = r.unit_id AND u.first <= current_date AND (u.last IS NULL OR u.last >= current_date) LIMIT 1), r.amount_minor, r.state,
    (SELECT p.name FROM organization_person AS p WHERE p.id = (SELECT t.person_id FROM approvals_turn AS t WHERE t.approval_id = r.id AND t.state = 'Open' ORDER BY t.key LIMIT 1) LIMIT 1),
    (SELECT count(*)::int FROM approvals_turn AS t WHERE t.approval_id = r.id AND t.state = 'Open'),
    (SELECT min(t.opened_at) FROM approvals_turn AS t WHERE t.approval_id = r.id AND t.state = 'Open'),
    (SELECT min(t.due_at) FROM approvals_turn AS t WHERE t.approval_id = r.id AND t.state = 'Open'),
    r.submitted_at, r.round
FROM approvals_request AS r
WHERE r.id IN (SELECT t.approval_id FROM approvals_turn AS t WHERE t.by_id = bench.id(2, :approver))
ORDER BY r.submitted_at DESC, r.id LIMIT 20 OFFSET 0;
SELECT count(*)::int FROM approvals_request AS r
WHERE r.id IN (SELECT t.approval_id FROM approvals_turn AS t WHERE t.by_id = bench.id(2, :approver));
