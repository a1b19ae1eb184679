"""The question of which day the household moved out."""

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.fields import DateField
from bolig_desktop.ui.words import language, tr


class MovedOut(QDialog):
    """Asks which day the household moved out, and registers it."""

    def __init__(self, page: TopicPage) -> None:
        super().__init__(page.case_panel.window())
        self._page = page
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        heading = QLabel(tr("Når flyttet husstanden ut?"))
        heading.setProperty("role", "case-title")
        words = QLabel(tr("Den dagen nøklene er levert tilbake. Boligen blir ledig fra dagen etter."))
        words.setWordWrap(True)
        self.day = DateField(page.session.case.clock)
        self.day.set_name(tr("Flyttet ut"))
        self.day.set_value(page.session.today)
        register = QPushButton(tr("Registrer utflytting"))
        register.setProperty("role", "main")
        register.setDefault(True)
        register.clicked.connect(self._register)
        cancel = QPushButton(tr("Avbryt"))
        cancel.clicked.connect(self.reject)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(cancel)
        acts.addWidget(register)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        for part in (heading, words, self.day):
            column.addWidget(part)
        column.addLayout(acts)
        self.day.editor().setFocus()

    def _register(self) -> None:
        if not self.day.check():
            return
        moved = dataclasses.replace(self._page.record, moved_out_on=self.day.value())
        try:
            self._page.session.run(lambda case: case.save(moved))
        except Refused as refused:
            self.day.show_problems(sentences_for(refused.problems, language()))
        except FileTrouble as trouble:
            self.day.show_problems([(trouble_sentence(trouble, language()), True)])
        else:
            self.accept()
            self._page.kept.emit(tr("Utflyttingen er registrert."))
