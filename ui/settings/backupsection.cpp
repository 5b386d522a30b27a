// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/backupsection.h"

#include "app/access/auditlater.h"
#include "app/base/whendone.h"
#include "ui/common/background.h"
#include "ui/common/button.h"
#include "ui/common/errortext.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/common/relativetime.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QStandardPaths>

namespace anteroom {

BackupSection::BackupSection(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_bar(new InlineBar(Tone::Good, {}))
    , m_path(new QLineEdit)
    , m_pathRow(new FormRow(tr("&File to write"), m_path))
    , m_passphrase(new QLineEdit)
    , m_again(new QLineEdit)
    , m_againRow(new FormRow(tr("The same &again"), m_again))
    , m_start(new Button(tr("Make a backup")))
    , m_cancel(new Button(tr("Stop")))
    , m_progress(new QProgressBar)
{
    m_bar->hide();
    m_pool.setMaxThreadCount(1);
    const QString name = QStringLiteral("anteroom-%1.backup").arg(QDate::currentDate().toString(Qt::ISODate));
    m_path->setText(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_again->setEchoMode(QLineEdit::Password);
    auto *passphrase = new FormRow(tr("&Passphrase"), m_passphrase);
    passphrase->setHint(
        tr("With one the backup is encrypted and holds the keys; without one photos and codes in it "
           "open only with this machine’s keys."));
    m_progress->setAccessibleName(tr("Progress of the backup"));
    auto *choose = new Button(tr("Choose…"), Button::Kind::Quiet);
    auto *fileLine = new QWidget;
    fileLine->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *file = new QHBoxLayout(fileLine);
    file->setContentsMargins(0, 0, 0, 0);
    file->setSpacing(space::s);
    file->addWidget(m_pathRow, 1);
    file->addWidget(choose, 0, Qt::AlignBottom);
    auto *words = new QHBoxLayout;
    words->setSpacing(space::m);
    words->addWidget(passphrase, 1);
    words->addWidget(m_againRow, 1);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    line->addWidget(m_start);
    line->addWidget(m_progress, 1);
    line->addWidget(m_cancel);
    line->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_bar);
    column->addWidget(fileLine);
    column->addLayout(words);
    column->addLayout(line);
    setRunning(false);

    connect(choose, &Button::clicked, this, [this] {
        const QString path = QFileDialog::getSaveFileName(this, tr("File to write"), m_path->text());
        if (!path.isEmpty())
            m_path->setText(path);
    });
    connect(m_start, &Button::clicked, this, &BackupSection::start);
    connect(m_cancel, &Button::clicked, this, [this] {
        m_stop = true;
        m_cancel->setEnabled(false);
    });
}

BackupSection::~BackupSection()
{
    m_stop = true;
    m_pool.waitForDone();
}

void BackupSection::start()
{
    m_pathRow->setError({});
    m_againRow->setError({});
    m_bar->hide();
    if (!m_actor().isAdmin())
        return finish(fail(ErrorCode::Forbidden, "access.admin_only"));
    if (m_path->text().trimmed().isEmpty())
        return m_pathRow->setError(tr("Say where to write it."));
    if (m_passphrase->text() != m_again->text())
        return m_againRow->setError(tr("The two are not the same."));
    setRunning(true);
    m_stop = false;
    auditLater(m_clinic.store(), m_actor(), {.action = "backup"}); // it reads everybody's data
    const auto work = [this, path = m_path->text().trimmed(), passphrase = m_passphrase->text()] {
        return createBackup(m_clinic, path, passphrase, [this](qint64 done, qint64 total) {
            QMetaObject::invokeMethod(
                this, [this, done, total] { show(done, total); }, Qt::QueuedConnection);
            return !m_stop;
        });
    };
    whenDone(inBackground(m_pool, work), this,
             [this](const Result<BackupSummary> &summary) { finish(summary); });
}

void BackupSection::show(qint64 done, qint64 total)
{
    // A progress bar counts in ints.
    m_progress->setRange(0, 1000);
    m_progress->setValue(total > 0 ? int(done * 1000 / total) : 1000);
}

void BackupSection::finish(const Result<BackupSummary> &summary)
{
    setRunning(false);
    m_bar->setTone(summary ? Tone::Good : Tone::Bad);
    if (summary) {
        const QString size =
            QLocale().formattedDataSize(summary->bytes, 1, QLocale::DataSizeTraditionalFormat);
        m_bar->setText(
            summary->holdsKeys
                ? tr("The backup is made: %1, encrypted, with the keys.").arg(size)
                : tr("The backup is made: %1, without keys. Keep this machine’s keys elsewhere.").arg(size));
        m_passphrase->clear();
        m_again->clear();
        Q_EMIT made(tr("Backup %1").arg(fullTime(m_clinic.clock().now())));
    } else {
        m_bar->setText(errorText(summary.error()));
    }
    m_bar->show();
    Q_EMIT finished();
}

void BackupSection::setRunning(bool running)
{
    m_start->setVisible(!running);
    m_progress->setVisible(running);
    m_progress->setRange(0, 0); // until the first figure comes
    m_cancel->setVisible(running);
    m_cancel->setEnabled(true);
}

} // namespace anteroom
