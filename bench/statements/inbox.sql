\set approver random(2, 5)
SELECT r.id, r.number, r.kind, r.matter_id, r.title, r.applicant_id, p.name, r.unit_id, u.name, r.amount_minor, r.state, r.with_id, w.name, r."with", r.since, r.due_at, r.submitted_at, r.finished_at, r.round
FROM (SELECT t.submitted_at, t.approval_id FROM approvals_turn AS t WHERE t.state = 'Open' AND t.person_id = bench.id(2, :approver)
    GROUP BY t.submitted_at, t.approval_id
    ORDER BY t.submitted_at DESC, t.approval_id DESC LIMIT 20) AS t
JOIN approvals_request AS r ON r.id = t.approval_id
LEFT JOIN organization_person AS p ON p.id = r.applicant_id
LEFT JOIN organization_person AS w ON w.id = r.with_id
LEFT JOIN organization_unit_term AS u ON u.unit_id = r.unit_id AND u.first <= current_date AND (u.last IS NULL OR u.last >= current_date)
ORDER BY t.submitted_at DESC, t.approval_id DESC;
SELECT count(*)::int FROM (SELECT t.submitted_at, t.approval_id FROM approvals_turn AS t WHERE t.state = 'Open' AND t.person_id = bench.id(2, :approver) GROUP BY t.submitted_at, t.approval_id) AS t;
