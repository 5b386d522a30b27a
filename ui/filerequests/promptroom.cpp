// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/promptroom.h"

#include "app/filerequests/prompttemplates.h"
#include "ui/common/formrow.h"
#include "ui/common/tokens.h"

#include <QCoreApplication>
#include <QPlainTextEdit>

namespace anteroom {

namespace {

struct PromptRoom
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::PromptRoom)
};

} // namespace

void sayRoom(FormRow *row, QPlainTextEdit *edit)
{
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 3 + space::l);
    const auto say = [row, edit] {
        const int room = PromptTemplates::longestPrompt - int(edit->toPlainText().trimmed().size());
        row->setHint(PromptRoom::tr("%n character(s) left", nullptr, qMax(0, room)));
        row->setError(room < 0 ? PromptRoom::tr("%n character(s) too many", nullptr, -room) : QString());
    };
    say();
    QObject::connect(edit, &QPlainTextEdit::textChanged, row, say);
}

} // namespace anteroom
