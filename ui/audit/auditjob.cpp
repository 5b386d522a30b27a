// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditjob.h"

#include "app/base/whendone.h"
#include "ui/common/background.h"
#include "ui/common/button.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QLocale>
#include <QProgressBar>

namespace anteroom {

AuditJob::AuditJob(Store &store, std::function<Actor()> actor, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_actor(std::move(actor))
    , m_line(new QWidget)
    , m_words(new Label(TextRole::Body))
    , m_bar(new QProgressBar)
    , m_cancel(new Button(tr("Stop")))
    , m_result(new InlineBar(Tone::Info, {}))
{
    m_pool.setMaxThreadCount(1);
    m_bar->setAccessibleName(tr("Progress"));
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::m);
    line->addWidget(m_words);
    line->addWidget(m_bar, 1);
    line->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_line);
    column->addWidget(m_result);
    m_line->hide();
    m_result->hide();
    hide();
    connect(m_cancel, &Button::clicked, this, [this] {
        m_stop = true;
        m_cancel->setEnabled(false);
    });
    connect(m_result, &InlineBar::closed, this, &QWidget::hide);
}

AuditJob::~AuditJob()
{
    m_stop = true;
    m_pool.waitForDone();
}

QString AuditJob::outcome() const
{
    return m_result->text();
}

void AuditJob::verify()
{
    if (m_running)
        return;
    begin(tr("Verifying the log…"));
    const auto work = [this, actor = m_actor(), progress = progress()] {
        return AuditService::verify(m_store, actor, progress);
    };
    whenDone(inBackground(m_pool, work), this, [this](const Result<AuditVerdict> &verdict) {
        if (!verdict)
            return end(verdict.error().is("cancelled") ? Tone::Info : Tone::Bad,
                       verdict.error().is("cancelled") ? tr("Stopped. Nothing is proved.")
                                                       : errorText(verdict.error()));
        const QLocale locale;
        if (verdict->brokenAt)
            return end(Tone::Bad,
                       tr("The log is not whole: row %1 was changed, is missing or out of order. "
                          "Up to row %2 it is as it was written. Keep this database as it is, and "
                          "compare it with a backup.")
                           .arg(locale.toString(*verdict->brokenAt), locale.toString(verdict->rows)));
        end(Tone::Good, tr("The log is whole: %1 rows, each as it was written, none missing between them. "
                           "Write the number down: with fewer rows the next time, the newest were cut off.")
                            .arg(locale.toString(verdict->rows)));
    });
}

void AuditJob::exportTo(const QString &path, AuditService::Format format, const AuditFilter &filter)
{
    if (m_running)
        return;
    begin(tr("Writing the file…"));
    const auto work = [this, actor = m_actor(), path, format, filter, progress = progress()] {
        return AuditService::exportTo(m_store, actor, filter, format, path, progress);
    };
    whenDone(inBackground(m_pool, work), this, [this, path](const Result<AuditService::Exported> &done) {
        if (!done && done.error().is("cancelled"))
            return end(Tone::Info, tr("Stopped. No file was written."));
        if (!done)
            return end(Tone::Bad, errorText(done.error()));
        const QLocale locale;
        end(Tone::Good,
            tr("%n row(s) written to %1 (%2).", nullptr, int(done->rows))
                .arg(QFileInfo(path).fileName(),
                     locale.formattedDataSize(done->bytes, 1, QLocale::DataSizeTraditionalFormat)));
    });
}

void AuditJob::begin(const QString &words)
{
    m_running = true;
    m_stop = false;
    m_words->setText(words);
    m_bar->setRange(0, 0); // until the first figure comes
    m_cancel->setEnabled(true);
    m_line->show();
    m_result->hide();
    show();
    Q_EMIT runningChanged(true);
}

// Called on the worker's thread.
AuditService::Progress AuditJob::progress()
{
    return [this](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            this,
            [this, done, total] {
                m_bar->setRange(0, 1000); // it counts in ints
                m_bar->setValue(total > 0 ? int(done * 1000 / total) : 1000);
            },
            Qt::QueuedConnection);
        return !m_stop;
    };
}

void AuditJob::end(Tone tone, const QString &words)
{
    m_running = false;
    m_line->hide();
    m_result->setTone(tone);
    m_result->setText(words);
    m_result->show();
    Q_EMIT runningChanged(false);
}

} // namespace anteroom
