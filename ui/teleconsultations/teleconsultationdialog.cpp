// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/teleconsultationdialog.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/directory/userservice.h"
#include "ui/common/button.h"
#include "ui/common/changewatch.h"
#include "ui/common/errortext.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/filerequests/personpicker.h"
#include "ui/teleconsultations/participantseditor.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QComboBox>
#include <QDateEdit>
#include <QSpinBox>

#include <algorithm>

namespace anteroom {

TeleconsultationDialog::TeleconsultationDialog(Clinic &clinic, std::function<Actor()> actor,
                                               TeleconsultationScheduler &scheduler, PersonSearch &search,
                                               const Subject &subject, QWidget *parent)
    : QDialog(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_scheduler(scheduler)
    , m_subject(subject)
    , m_zone(clinicZone(clinic.settings()))
    , m_people(new ParticipantsEditor(search))
{
    setWindowTitle(subject.id.isNull() ? tr("New teleconsultation") : tr("Change the teleconsultation"));
    build();
    wire();
    m_form->setEnabled(false);
    m_save->setEnabled(false);
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(150));
    connect(&m_pause, &QTimer::timeout, this, &TeleconsultationDialog::askForPreview);
    // Somebody else changes it, its time comes near, or the rules become others.
    auto *watch = new ChangeWatch(clinic.store().changes(), {Topic::Teleconsultations, Topic::Settings},
                                  static_cast<QWidget *>(this));
    connect(watch, &ChangeWatch::changed, this, &TeleconsultationDialog::askForPreview);
    load();
}

TeleconsultationDialog::~TeleconsultationDialog() = default;

void TeleconsultationDialog::load()
{
    say(Tone::Info, tr("One moment…"));
    whenDone(m_scheduler.setup(m_subject.id, m_subject.person), this,
             [this](const Result<TeleconsultationSetup> &setup) {
                 if (setup)
                     begin(*setup);
                 else
                     say(Tone::Bad, refusalText(setup.error()));
             });
}

void TeleconsultationDialog::begin(const TeleconsultationSetup &setup)
{
    m_rules = setup.rules;
    m_view = setup.view;
    m_people->setColleagues(setup.colleagues);
    m_people->setFromElsewhere(m_rules.fromAuthService);
    const UtcTime now = m_clinic.clock().now();
    TeleconsultationDraft draft = m_view ? TeleconsultationDraft::of(m_view->teleconsultation, m_zone)
                                         : TeleconsultationDraft::beginning(now, m_subject.start, m_zone);
    if (!m_view && !m_rules.fromAuthService) {
        const Actor self = m_actor();
        for (const Staff &staff : setup.colleagues) {
            if (staff.id.text() == self.id)
                draft.people.append(TeleconsultationDraft::of(staff));
        }
    }
    m_before = draft;
    fill(draft);
    if (setup.person)
        take(*setup.person);
    if (m_view &&
        m_clinic.teleconsultations().phaseOf(m_view->teleconsultation, now) == TeleconsultationPhase::Ended)
        return showRefusal({ErrorCode::Conflict, "teleconsultation.over", nullptr, {}});
    if (m_view && m_view->teleconsultation.isComplete() && now >= m_view->opensAt)
        return showRefusal({ErrorCode::Conflict, "teleconsultation.immutable", nullptr, {}});
    m_ready = true;
    m_form->setEnabled(true);
    if (m_people->people().size() > 1)
        m_clock->setFocus();
    else
        m_people->setFocus();
    askForPreview();
}

void TeleconsultationDialog::fill(const TeleconsultationDraft &draft)
{
    m_later->setValue(draft.later);
    m_date->setDate(draft.date);
    m_clock->setTime(draft.clock);
    m_length->setValue(int(draft.length.count()));
    m_people->setPeople(draft.people);
    followClock();
    m_which->setCurrentIndex(draft.isSecond ? 1 : 0);
}

TeleconsultationDraft TeleconsultationDialog::draft() const
{
    return {.people = m_people->people(),
            .later = m_later->value(),
            .date = m_date->date(),
            .clock = m_clock->time(),
            .isSecond = m_which->currentIndex() == 1,
            .length = std::chrono::minutes(m_length->value())};
}

TeleconsultationInput TeleconsultationDialog::input() const
{
    return draft().input(m_zone, m_rules, m_view ? &m_before : nullptr);
}

QString TeleconsultationDialog::says() const
{
    return m_sentence->text();
}

void TeleconsultationDialog::lookUp(const UserId &id)
{
    whenDone(
        m_clinic.store().read([&clinic = m_clinic, actor = m_actor(), id](Transaction &tx) -> Result<User> {
            return clinic.users().get(tx, actor, id);
        }),
        this, [this](const Result<User> &user) {
            if (!user)
                return m_people->setError(errorText(user.error()));
            take(*user);
        });
}

void TeleconsultationDialog::take(const User &user)
{
    if (m_rules.fromAuthService && user.externalId.isEmpty())
        m_people->setError(tr("Nothing is known here of their id in Auth0."));
    else
        m_people->add(TeleconsultationDraft::of(user));
}

// What the clock does that day: an hour that is there twice can be told apart, one that is missing is said.
void TeleconsultationDialog::followClock()
{
    const TeleconsultationDraft now = draft();
    const LocalMeaning means = now.meaning(m_zone);
    const bool isTwice = means.kind == LocalMeaning::Kind::Twice;
    if (isTwice) {
        const int chosen = std::max(0, m_which->currentIndex());
        m_which->clear();
        m_which->addItem(tr("The first (%1)").arg(offsetText(means.time, m_zone)));
        m_which->addItem(tr("The second (%1)").arg(offsetText(means.second, m_zone)));
        m_which->setCurrentIndex(chosen);
    } else {
        m_which->clear();
    }
    m_whichRow->setVisible(isTwice);
    const QLocale locale;
    const auto clock = [&](QTime time) { return locale.toString(time, QLocale::ShortFormat); };
    m_zoneText->setText(isTwice ? tr("The clocks are put back: there are two of this time.")
                        : means.kind == LocalMeaning::Kind::Missing
                            ? tr("The clocks are put forward and leave out %1: it begins at %2.")
                                  .arg(clock(now.clock), clock(localTime(means.time, m_zone).time()))
                            : zoneText(m_zone));
}

void TeleconsultationDialog::onChanged()
{
    m_saveAfter = false;
    followClock();
    m_people->setError({});
    m_lengthRow->setError({});
    if (m_ready)
        m_pause.start();
}

void TeleconsultationDialog::askForPreview()
{
    m_pause.stop();
    if (!m_ready || m_saving)
        return;
    const auto question = ++m_question;
    m_asking = true;
    whenDone(m_scheduler.preview(m_subject.id, input(), m_view ? m_view->teleconsultation.sequence : -1),
             this, [this, question](const Result<TeleconsultationPreview> &preview) {
                 if (question != m_question || m_saving)
                     return;
                 m_asking = false;
                 if (preview)
                     showPreview(*preview);
                 else
                     showRefusal(preview.error());
                 if (std::exchange(m_saveAfter, false))
                     save();
             });
}

void TeleconsultationDialog::showPreview(const TeleconsultationPreview &preview)
{
    m_rules = preview.rules;
    m_save->setEnabled(true);
    m_people->setError({});
    m_lengthRow->setError({});
    const TeleconsultationDraft now = draft();
    const UtcTime start = now.startsAt(m_zone);
    QStringList words, doubts;
    QStringList names;
    for (const auto &person : now.people)
        names += person.name.isEmpty() ? person.externalId : person.name;
    const QString when =
        tr("%1, %2 (%3)")
            .arg(QLocale().toString(localTime(start, m_zone).date(), QLocale::LongFormat),
                 spanText(start, start + now.length, m_zone), QString::fromLatin1(m_zone.id()));
    words += names.isEmpty() ? when + u'.' : tr("%1: %2.").arg(when, QLocale().createSeparatedList(names));
    if (preview.planned) {
        const Teleconsultation &t = *preview.planned;
        doubts += missingTexts(t);
        if (t.endsAt <= m_clinic.clock().now())
            doubts += tr("This time is over already.");
        else if (t.isComplete() && m_clinic.teleconsultations().opensAt(t) <= m_clinic.clock().now())
            doubts += tr("It is open at once, and can’t be changed any more.");
    } else {
        words += tr("Auth0 says who they are and who may host.");
    }
    if (now.meaning(m_zone).kind == LocalMeaning::Kind::Missing)
        doubts += tr("The clocks are put forward that day.");
    if (m_view && !m_view->told.isEmpty() && start != m_before.startsAt(m_zone))
        words += tr("Whoever was invited is told of the new time.");
    for (const auto &person : m_before.people) {
        const bool stays = std::any_of(now.people.begin(), now.people.end(), [&](const auto &each) {
            return each.externalId == person.externalId;
        });
        if (m_view && !stays)
            words += tr("%1’s link stops working at once.").arg(person.name);
    }
    say(doubts.isEmpty() ? Tone::Info : Tone::Warn, (words + doubts).join(u' '));
}

void TeleconsultationDialog::showRefusal(const Error &error)
{
    m_save->setEnabled(false);
    const QString words = refusalText(error);
    if (error.is("teleconsultation.length"))
        m_lengthRow->setError(words);
    else if (error.code == ErrorCode::Invalid && !error.is("teleconsultation.no_plus") &&
             !error.is("teleconsultation.number_low"))
        m_people->setError(words);
    // What is merely missing yet is no mistake.
    const bool said = !m_people->error().isEmpty() || m_lengthRow->hasError();
    say(error.code == ErrorCode::Invalid ? Tone::Info : Tone::Warn,
        said ? tr("It can’t be saved yet.") : words);
}

void TeleconsultationDialog::say(Tone tone, const QString &words)
{
    m_sentence->setTone(tone);
    m_sentence->setText(words);
}

void TeleconsultationDialog::save()
{
    if (m_saving || !m_ready)
        return;
    if (m_pause.isActive() || m_asking) {
        if (m_pause.isActive())
            askForPreview();
        m_saveAfter = m_asking; // what is saved is what was looked at
        return;
    }
    if (!m_save->isEnabled())
        return;
    m_saving = true;
    m_form->setEnabled(false);
    m_save->setEnabled(false);
    m_cancel->setText(tr("Close"));
    if (m_scheduler.asksOutside())
        say(Tone::Info, tr("The provider of video rooms is asked…"));
    whenDone(m_view ? m_scheduler.change(m_subject.id, input(), m_view->teleconsultation.sequence)
                    : m_scheduler.create(input()),
             this, [this](const Result<Teleconsultation> &result) { end(result); });
}

void TeleconsultationDialog::end(const Result<Teleconsultation> &result)
{
    m_saving = false;
    if (result) {
        accept();
        Q_EMIT saved(*result);
        return;
    }
    if (m_closed) {
        QDialog::done(Rejected);
        Q_EMIT failed(refusalText(result.error()));
        return;
    }
    m_cancel->setText(tr("Cancel"));
    m_form->setEnabled(true);
    showRefusal(result.error());
    // Where somebody else's server was at fault, trying again is the way.
    m_save->setEnabled(result.error().code != ErrorCode::Conflict &&
                       result.error().code != ErrorCode::Invalid);
}

void TeleconsultationDialog::done(int result)
{
    if (m_saving) {
        m_closed = true;
        hide();
        return;
    }
    QDialog::done(result);
}

} // namespace anteroom
