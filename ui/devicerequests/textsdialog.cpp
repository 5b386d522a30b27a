// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devicerequests/textsdialog.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/devicerequests/resendtext.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/errortext.h"
#include "ui/common/formrow.h"
#include "ui/common/label.h"
#include "ui/common/smspartstext.h"
#include "ui/devicerequests/devicerequestwords.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPlainTextEdit>

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

// What the preview fills in.
const QString sampleNumber = u"0059-A2MT-7B4X-81HK"_s;
const QString sampleCode = u"••••"_s;

bool withCode(ResendTemplate which)
{
    return which == ResendTemplate::ProgramAssistive || which == ResendTemplate::Program;
}

} // namespace

TextsDialog::TextsDialog(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : QDialog(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_which(new QComboBox)
    , m_text(new QPlainTextEdit)
    , m_row(new FormRow(tr("&Text"), m_text))
    , m_preview(new Label(TextRole::Body))
    , m_parts(new Label(TextRole::Caption))
    , m_warning(new Label(TextRole::Caption))
    , m_refusal(new Label(TextRole::Body))
    , m_default(new Button(tr("Use the usual text"), Button::Kind::Quiet))
    , m_save(new Button(tr("Save"), Button::Kind::Primary))
{
    setWindowTitle(tr("Texts of device requests"));
    m_which->setAccessibleName(tr("Which text"));
    for (int i = 0; i < resendTemplates; ++i) {
        m_stored[size_t(i)] = m_clinic.settings().text(templateSetting(ResendTemplate(i)));
        m_texts[size_t(i)] = m_stored[size_t(i)];
        m_which->addItem(resendTemplateTitle(ResendTemplate(i)));
    }
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(5 * fontMetrics().height());
    for (Label *each : {m_preview, m_warning, m_refusal})
        each->setWordWrap(true);
    m_warning->setTone(Tone::Warn);
    m_refusal->setTone(Tone::Bad);
    m_refusal->hide();
    auto *sample = new Card;
    sample->setPadding(space::m);
    sample->body()->addWidget(m_preview);
    sample->body()->addWidget(m_parts);
    auto *cancel = new Button(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_default);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(new Label(TextRole::Title, windowTitle()));
    column->addWidget(m_which);
    column->addWidget(m_row, 1);
    column->addWidget(m_warning);
    column->addWidget(new Label(TextRole::Caption, tr("How it arrives")));
    column->addWidget(sample);
    column->addWidget(m_refusal);
    column->addLayout(buttons);
    resize(640, 480);

    connect(m_which, &QComboBox::currentIndexChanged, this, &TextsDialog::showText);
    connect(m_text, &QPlainTextEdit::textChanged, this, &TextsDialog::takeText);
    connect(m_default, &Button::clicked, this, [this] {
        m_text->setPlainText(QString::fromUtf8(settingKey(templateSetting(current()))->defaultValue));
    });
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_save, &Button::clicked, this, &TextsDialog::save);
    showText();
}

ResendTemplate TextsDialog::current() const
{
    return ResendTemplate(qBound(0, m_which->currentIndex(), resendTemplates - 1));
}

void TextsDialog::choose(ResendTemplate which)
{
    m_which->setCurrentIndex(int(which));
}

QString TextsDialog::preview() const
{
    return m_preview->text();
}

QString TextsDialog::problem() const
{
    return m_row->error();
}

void TextsDialog::showText()
{
    m_showing = true;
    m_text->setPlainText(m_texts[size_t(current())]);
    m_showing = false;
    const bool ruled = m_clinic.settings().isFromEnvironment(templateSetting(current()));
    m_text->setReadOnly(ruled);
    m_default->setEnabled(!ruled);
    m_row->setHint(ruled ? tr("An environment variable rules this text.")
                   : withCode(current())
                       ? tr("<request_number> becomes the number, <verification_code> the code.")
                       : tr("<request_number> becomes the number."));
    follow();
}

void TextsDialog::takeText()
{
    if (m_showing)
        return;
    m_texts[size_t(current())] = m_text->toPlainText().trimmed();
    follow();
}

// The rule is the setting's own; an empty text goes back to the usual one.
void TextsDialog::follow()
{
    const auto problemOf = [this](ResendTemplate which) {
        const auto good = checkSetting(templateSetting(which), m_texts[size_t(which)]);
        return good ? QString() : errorText(good.error());
    };
    QString text = m_texts[size_t(current())];
    m_row->setError(problemOf(current()));
    const bool isUsual = text.isEmpty();
    if (isUsual)
        text = QString::fromUtf8(settingKey(templateSetting(current()))->defaultValue);
    m_preview->setText(filledText(text, sampleNumber, sampleCode));
    m_parts->setText(smsPartsText(m_preview->text()));
    m_warning->setText(isUsual ? tr("Left empty, the usual text is sent.")
                       : withCode(current()) && !needsCode(text)
                           ? tr("The code is not in this text: patients would have to ask for it.")
                       : !text.contains("<request_number>"_L1) ? tr("The number is not in this text.")
                                                               : QString());
    m_warning->setVisible(!m_warning->text().isEmpty());
    bool good = true;
    for (int i = 0; i < resendTemplates; ++i) {
        const bool fine = problemOf(ResendTemplate(i)).isEmpty();
        good = good && fine;
        m_which->setItemText(i, fine ? resendTemplateTitle(ResendTemplate(i))
                                     : tr("%1 (!)").arg(resendTemplateTitle(ResendTemplate(i))));
    }
    m_save->setEnabled(good);
}

void TextsDialog::save()
{
    m_refusal->hide();
    m_save->setEnabled(false);
    whenDone(m_clinic.store().write([actor = m_actor(), texts = m_texts,
                                     stored = m_stored](WriteTransaction &tx) -> Result<void> {
        for (int i = 0; i < resendTemplates; ++i) {
            if (texts[size_t(i)] == stored[size_t(i)])
                continue;
            const auto done =
                Settings::write(tx, actor, templateSetting(ResendTemplate(i)), texts[size_t(i)]);
            if (!done)
                return done;
        }
        return {};
    }),
             this, [this](const Result<void> &done) {
                 m_save->setEnabled(true);
                 if (done)
                     return accept();
                 m_refusal->setText(errorText(done.error()));
                 m_refusal->show();
             });
}

} // namespace anteroom
