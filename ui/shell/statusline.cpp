// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "ui/common/label.h"

#include <QBoxLayout>
#include <QPainter>

namespace anteroom {

// A dot and words: the dot's colour says nothing that the words don't.
class StatusLine::Listener : public QWidget
{
public:
    Listener(QWidget *parent, QString running, QString stopped)
        : QWidget(parent)
        , m_label(new Label(TextRole::Caption, {}, this))
        , m_running(std::move(running))
        , m_stopped(std::move(stopped))
    {
        auto *line = new QHBoxLayout(this);
        line->setContentsMargins(16, 0, 0, 0);
        line->addWidget(m_label);
        m_label->setElided(true);
        m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        setAddress({});
    }

    void setAddress(const QString &address)
    {
        m_up = !address.isEmpty();
        m_label->setText(m_up ? m_running.arg(address) : m_stopped);
        m_label->setTone(m_up ? Tone::Neutral : Tone::Bad);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &tokens = Tokens::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.tone(m_up ? Tone::Good : Tone::Bad).text);
        const double x = layoutDirection() == Qt::LeftToRight ? 5 : width() - 5;
        const double radius = qBound(3.5, m_label->fontMetrics().height() / 4.0, 5.0);
        painter.drawEllipse(QPointF(x, height() / 2.0), radius, radius);
    }

private:
    Label *m_label;
    QString m_running;
    QString m_stopped;
    bool m_up = false;
};

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_api(new Listener(this, tr("API %1"), tr("API stopped")))
    , m_patient(new Listener(this, tr("Patient pages %1"), tr("Patient pages stopped")))
    , m_waiting(new Label(TextRole::Caption, {}, this))
    , m_backup(new Label(TextRole::Caption, {}, this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(space::l, 5, space::l, space::xs);
    line->setSpacing(space::xl);
    line->addWidget(m_api);
    line->addWidget(m_patient);
    line->addWidget(m_waiting);
    line->addStretch(1);
    line->addWidget(m_backup);
    setMessagesWaiting(0);
    setBackup({});
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StatusLine::setApiAddress(const QString &address)
{
    m_api->setAddress(address);
}

void StatusLine::setPatientAddress(const QString &address)
{
    m_patient->setAddress(address);
}

void StatusLine::setMessagesWaiting(int count)
{
    m_waiting->setText(count == 0 ? tr("No messages waiting") : tr("%n message(s) waiting", nullptr, count));
}

void StatusLine::setBackup(const QString &text)
{
    m_backup->setText(text.isEmpty() ? tr("No backup yet") : text);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const auto &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.panel);
    painter.fillRect(0, 0, width(), 1, tokens.line);
}

} // namespace anteroom
