// SPDX-License-Identifier: GPL-3.0-or-later
// A whole server for tests: roomhost DATA HOST:PORT. Prints where patients come in, then reads a JSON object
// a line and answers each with one: {"plus","basic","startsIn","seconds","language"} makes a meeting and
// gives its links,
// {"cancel": id}, {"move": id, "startsIn"} and {"remove": id, "who": place} change one. Ends with its input.
#include "app/clinic.h"
#include "app/filerequests/publicurl.h"
#include "server/apiserver.h"
#include "tests/support/teleconsultations.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <iostream>
#include <string>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

QJsonObject make(WriteTransaction &tx, Clinic &clinic, const QJsonObject &wanted)
{
    const auto made = makeTeleconsultation(
        tx, clinic.roomAccess(),
        {.startsAt = tx.now() + std::chrono::seconds(wanted.value("startsIn"_L1).toInteger(0)),
         .length = std::chrono::seconds(wanted.value("seconds"_L1).toInteger(1800)),
         .plus = wanted.value("plus"_L1).toInt(1),
         .basic = wanted.value("basic"_L1).toInt(1),
         .language = wanted.value("language"_L1).toString(u"en"_s)});
    QJsonArray links;
    for (const Participant &participant : made.participants) {
        links.append(clinic.publicUrl().base() + u"/room/"_s +
                     QLatin1String(clinic.roomAccess().tokenOf(participant.id)));
    }
    return {{u"id"_s, QLatin1String(made.id.text())}, {u"links"_s, links}};
}

QJsonObject change(WriteTransaction &tx, Clinic &clinic, const QJsonObject &wanted)
{
    const auto wants = [&](QLatin1String what) { return wanted.contains(what); };
    const QLatin1String what = wants("cancel"_L1) ? "cancel"_L1 : wants("move"_L1) ? "move"_L1 : "remove"_L1;
    const QString id = wanted.value(what).toString();
    auto consultation = TeleconsultationRepository::byId(
        tx, TeleconsultationId::parse(id.toLatin1()).value_or(TeleconsultationId()));
    if (!consultation)
        return {{u"error"_s, u"unknown"_s}};
    if (what == "cancel"_L1) {
        consultation->state = Teleconsultation::State::Trash;
    } else if (what == "move"_L1) {
        const auto length = consultation->endsAt - consultation->startsAt;
        consultation->startsAt = tx.now() + std::chrono::seconds(wanted.value("startsIn"_L1).toInteger(0));
        consultation->endsAt = consultation->startsAt + length;
    } else {
        consultation->participants.removeAt(wanted.value("who"_L1).toInt());
        consultation->expected = int(consultation->participants.size());
    }
    const RoomAccess &access = clinic.roomAccess();
    TeleconsultationRepository::update(tx, *consultation,
                                       [&](const ParticipantId &one) { return access.tokenOf(one); });
    tx.changed(Topic::Teleconsultations, consultation->id.text());
    return {{u"id"_s, id}};
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 3)
        return 2;
    const SystemClock clock;
    auto clinic = Clinic::open({.dataDir = arguments[1]}, clock);
    if (!clinic)
        qFatal("the clinic does not open: %s", clinic.error().reason);
    ApiServer server(**clinic, {.listen = ListenAddress::parse(u"127.0.0.1:0"_s),
                                .patientListen = ListenAddress::parse(arguments[2]),
                                .logRequests = false});
    if (const auto started = server.start(); !started)
        qFatal("the server does not start: %s", started.error().reason);
    std::cout << server.patientUrl().toStdString() << std::endl;

    QObject::connect(&server, &ApiServer::stopped, &app, &QCoreApplication::quit);
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, [&] {
        std::string line;
        if (!std::getline(std::cin, line)) {
            input.setEnabled(false);
            server.stop();
            return;
        }
        const auto wanted = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        const auto answer = (*clinic)->store().writeNow([&](WriteTransaction &tx) -> Result<QJsonObject> {
            const bool isNew = wanted.contains("plus"_L1);
            return isNew ? make(tx, **clinic, wanted) : change(tx, **clinic, wanted);
        });
        std::cout
            << QJsonDocument(answer.value_or(QJsonObject())).toJson(QJsonDocument::Compact).toStdString()
            << std::endl;
    });
    return app.exec();
}
