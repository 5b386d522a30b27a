// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/calendarentry.h"

#include "app/teleconsultations/clinictime.h"
#include "app/teleconsultations/teleconsultationtexts.h"

#include <libical/ical.h>

#include <memory>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

struct FreeComponent
{
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};

icaltimetype icalTime(UtcTime time)
{
    const auto whole = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    return icaltime_from_timet_with_zone(time_t(whole), 0, icaltimezone_get_utc_timezone());
}

// libical writes a control character as it is.
QByteArray plain(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\n')
            c = u' ';
    }
    return text.toUtf8();
}

void addX(icalcomponent *component, const char *name, const QByteArray &value)
{
    icalproperty *property = icalproperty_new_x(value.constData());
    icalproperty_set_x_name(property, name);
    icalcomponent_add_property(component, property);
}

void addPeople(icalcomponent *event, const CalendarEntry &entry)
{
    const QByteArray from =
        "mailto:" + (entry.clinicMail.isEmpty() ? "noreply@anteroom.invalid"_ba : plain(entry.clinicMail));
    icalproperty *organizer = icalproperty_new_organizer(from.constData());
    if (!entry.clinicName.isEmpty())
        icalproperty_add_parameter(organizer, icalparameter_new_cn(plain(entry.clinicName).constData()));
    icalcomponent_add_property(event, organizer);
    if (entry.attendeeMail.isEmpty())
        return;
    icalproperty *attendee = icalproperty_new_attendee(("mailto:" + plain(entry.attendeeMail)).constData());
    if (!entry.attendeeName.isEmpty())
        icalproperty_add_parameter(attendee, icalparameter_new_cn(plain(entry.attendeeName).constData()));
    icalproperty_add_parameter(attendee, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
    icalproperty_add_parameter(attendee, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
    icalcomponent_add_property(event, attendee);
}

} // namespace

QString mailAddressOf(const QString &sender)
{
    const qsizetype begin = sender.lastIndexOf(u'<');
    return begin < 0 ? sender.trimmed() : sender.mid(begin + 1).section(u'>', 0, 0).trimmed();
}

QByteArray calendarOf(const Teleconsultation &t, const CalendarEntry &entry)
{
    const bool isCancelled = t.state == Teleconsultation::State::Trash;
    const std::unique_ptr<icalcomponent, FreeComponent> calendar(icalcomponent_new_vcalendar());
    icalcomponent *root = calendar.get();
    icalcomponent_add_property(root,
                               icalproperty_new_prodid("-//Anteroom//Anteroom " ANTEROOM_VERSION "//EN"));
    icalcomponent_add_property(root, icalproperty_new_version("2.0"));
    icalcomponent_add_property(root, icalproperty_new_calscale("GREGORIAN"));
    icalcomponent_add_property(
        root, icalproperty_new_method(isCancelled ? ICAL_METHOD_CANCEL : ICAL_METHOD_REQUEST));
    addX(root, "X-WR-TIMEZONE", entry.zone.id());

    icalcomponent *event = icalcomponent_new_vevent();
    icalcomponent_add_component(root, event);
    icalcomponent_add_property(event, icalproperty_new_uid((t.id.text() + "@anteroom").constData()));
    icalcomponent_add_property(event, icalproperty_new_dtstamp(icalTime(t.changedAt)));
    icalcomponent_add_property(event, icalproperty_new_dtstart(icalTime(t.startsAt)));
    icalcomponent_add_property(event, icalproperty_new_dtend(icalTime(t.endsAt)));
    icalcomponent_add_property(event, icalproperty_new_created(icalTime(t.createdAt)));
    icalcomponent_add_property(event, icalproperty_new_lastmodified(icalTime(t.changedAt)));
    icalcomponent_add_property(event, icalproperty_new_sequence(t.sequence));
    icalcomponent_add_property(
        event, icalproperty_new_status(isCancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_OPAQUE));

    const TeleconsultationWords words{.clinicName = entry.clinicName,
                                      .startsAt = localTime(t.startsAt, entry.zone),
                                      .link = isCancelled ? QString() : entry.link};
    icalcomponent_add_property(
        event,
        icalproperty_new_summary(plain(TeleconsultationTexts::summary(entry.language, words)).constData()));
    icalcomponent_add_property(
        event, icalproperty_new_description(
                   plain(TeleconsultationTexts::description(entry.language, words)).constData()));
    if (!words.link.isEmpty())
        icalcomponent_add_property(event, icalproperty_new_url(words.link.toUtf8().constData()));
    addPeople(event, entry);

    const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text(icalcomponent_as_ical_string_r(root),
                                                                        &icalmemory_free_buffer);
    return QByteArray(text.get());
}

} // namespace anteroom
