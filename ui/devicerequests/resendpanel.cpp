// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devicerequests/resendpanel.h"

#include "app/base/clock.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/relativetime.h"
#include "ui/common/smspartstext.h"
#include "ui/devicerequests/devicerequestwords.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace anteroom {

ResendPanel::ResendPanel(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_to(new Label(TextRole::Strong))
    , m_text(new Label(TextRole::Body))
    , m_parts(new Label(TextRole::Caption))
    , m_reason(new InlineBar(Tone::Warn, {}))
    , m_tick(new QCheckBox(tr("The patient &confirmed this number")))
    , m_send(new Button(tr("Resend SMS"), Button::Kind::Primary))
    , m_hint(new Label(TextRole::Caption))
    , m_jobsTitle(new Label(TextRole::Strong, tr("Sent before")))
    , m_jobs(new QVBoxLayout)
{
    for (Label *each : {m_to, m_text, m_hint})
        each->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_reason->setClosable(false);
    // It is as high as its words in this width, which may be more than the bar's own hint.
    m_reason->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_reason->hide();
    m_jobs->setSpacing(space::xs);
    auto *line = new QHBoxLayout;
    line->addWidget(m_send);
    line->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_to);
    column->addWidget(m_text);
    column->addWidget(m_parts);
    column->addWidget(m_reason);
    column->addWidget(m_tick);
    column->addLayout(line);
    column->addWidget(m_hint);
    column->addSpacing(space::xs);
    column->addWidget(m_jobsTitle);
    column->addLayout(m_jobs);

    m_second.setInterval(std::chrono::milliseconds(200));
    connect(&m_second, &QTimer::timeout, this, &ResendPanel::tickDown);
    connect(m_tick, &QCheckBox::toggled, this, &ResendPanel::follow);
    connect(m_send, &Button::clicked, this, &ResendPanel::resendRequested);
}

void ResendPanel::show(const ResendPreview &preview, const QVector<ResendJob> &jobs, bool isAnother)
{
    // A confirmation holds for the number that was shown, and no other.
    if (isAnother || m_preview.target != preview.target)
        m_tick->setChecked(false);
    if (isAnother)
        m_busy = false;
    m_preview = preview;
    showJobs(jobs);
    follow();
}

void ResendPanel::setBusy(bool busy)
{
    m_busy = busy;
    follow();
}

QString ResendPanel::reason() const
{
    return m_reason->isHidden() ? QString() : m_reason->text();
}

void ResendPanel::follow()
{
    const bool sends = m_preview.kind == ResendDecision::Kind::Send;
    m_to->setText(m_preview.phone.isEmpty() ? QString()
                  : m_preview.toThirdPerson
                      ? tr("A text goes to %1, the number of a third person").arg(m_preview.phone)
                      : tr("A text goes to %1, the patient’s number").arg(m_preview.phone));
    m_to->setVisible(sends && !m_preview.phone.isEmpty());
    m_text->setText(m_preview.text);
    m_text->setVisible(sends);
    m_parts->setText(smsPartsText(m_preview.text));
    m_parts->setVisible(sends);
    m_tick->setVisible(sends);
    m_send->setEnabled(sends && m_tick->isChecked() && !m_busy);
    m_hint->setText(tr("Tick first that the patient confirmed the number."));
    m_hint->setVisible(sends && !m_tick->isChecked());

    m_reason->setVisible(!sends);
    m_second.stop();
    if (m_preview.nextAttempt) {
        m_reason->setTone(Tone::Info);
        m_second.start();
        tickDown();
    } else if (!sends) {
        m_reason->setTone(m_preview.kind == ResendDecision::Kind::Nothing ? Tone::Info : Tone::Warn);
        m_reason->setText(m_preview.refusal
                              ? resendRefusalText(*m_preview.refusal)
                              : tr("The patient is not identified yet: there is nobody to send a text to."));
    }
    m_send->setAccessibleDescription(sends ? m_hint->text() : m_reason->text());
    m_send->setToolTip(m_send->isEnabled() ? QString() : m_send->accessibleDescription());
}

void ResendPanel::tickDown()
{
    const auto left = *m_preview.nextAttempt - m_clock.now();
    if (left <= std::chrono::microseconds(0)) {
        m_second.stop();
        Q_EMIT waitOver();
        return;
    }
    const QString words =
        tr("A text left a moment ago. The next one can leave in %1.").arg(countdownText(left));
    if (words != m_reason->text())
        m_reason->setText(words);
}

void ResendPanel::showJobs(const QVector<ResendJob> &jobs)
{
    while (QLayoutItem *item = m_jobs->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_jobsTitle->setVisible(!jobs.isEmpty());
    for (const ResendJob &job : jobs) {
        auto *entry = new QWidget;
        auto *line = new QHBoxLayout(entry);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(space::s);
        line->addWidget(new Label(TextRole::Body, fullTime(job.createdAt)));
        line->addWidget(new Badge(resendJobText(job.state), resendJobTone(job.state)));
        line->addStretch();
        m_jobs->addWidget(entry);
    }
}

} // namespace anteroom
