"""The letter that goes with a line: shown as pages, or why it cannot be made yet."""

from bolig_desktop.errors import Problem
from bolig_desktop.tenancies.records import Decision, Matter
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.topic_page import TopicPage, Unsaved
from bolig_desktop.ui.widgets.sub_list import LineAct
from bolig_desktop.ui.words import language, tr

# What draws pages is loaded when the first paper is wanted, not when the window starts.


def show_letter(page: TopicPage, tab: str, sub: SubRecords, record: Matter | Decision) -> None:
    """Show the letter of a line of ``sub``, which stands on ``tab``; what is not saved is asked about first."""
    from bolig_desktop.documents.kinds import for_matter

    if isinstance(record, Decision):
        _show(page, tab, sub, "decision", record)
        return
    for paper in for_matter(record.kind)[:1]:
        _show(page, tab, sub, paper.name, record, of_lease=paper.subject == "tenancy")


def appeal_act(page: TopicPage, tab: str, sub: SubRecords, decision: Decision) -> list[LineAct]:
    """Return what prints the letter that sends an appeal on, for a decision that was appealed."""
    if decision.appealed_on is None:
        return []
    words = tr("Skriv ut oversendelsen av klagen")
    return [LineAct("send", words, lambda: _show(page, tab, sub, "appeal-forwarding", decision))]


def _show(
    page: TopicPage,
    tab: str,
    sub: SubRecords,
    paper: str,
    record: Matter | Decision,
    *,
    of_lease: bool = False,
) -> None:
    from bolig_desktop.ui.documents.issue import RefusedDialog, issue
    from bolig_desktop.ui.documents.unsaved import refuse_unsaved

    page.editor.finish()
    unsaved = [*page.unsaved(), *_in_line(tab, sub, record)]
    if unsaved:
        refuse_unsaved(page, unsaved[0])
    elif of_lease and record.tenancy_id is None:
        lacking = sentences_for([Problem(field="", code="paper.no_lease")], language())
        RefusedDialog(page.case_panel, [said for said, _ in lacking]).open()
    else:
        subject_id = record.tenancy_id if of_lease else record.id
        issue(page.case_panel, page.session, paper, subject_id or 0, record, page.said.emit)


def _in_line(tab: str, sub: SubRecords, record: Matter | Decision) -> list[Unsaved]:
    """Return the line's own form where it is open with something else in it than what is kept."""
    form, shown = sub.list.form, sub.list.record()
    is_open = form is not None and shown is not None and shown.id == record.id and form.typed()
    return [Unsaved(tab, form, tr("Lagre linjen først."))] if is_open and form is not None else []
