// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"
#include "ui/common/anteroomstyle.h"
#include "ui/common/appearance.h"
#include "ui/common/button.h"
#include "ui/common/delegates.h"
#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/pagedtablemodel.h"
#include "ui/common/relativetime.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDBusVariant>
#include <QLineEdit>
#include <QPainter>
#include <QPalette>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace anteroom {

class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everyPairIsReadable_data();
    void everyPairIsReadable();
    void contrastIsThatOfWcag();
    void tokensAreFoundAgainFromThePalette_data();
    void tokensAreFoundAgainFromThePalette();
    void fieldsAndButtonsHaveOneHeight();
    void sizesGrowWithTheText();
    void portalChangesThePalette();
    void labelsFollowThePalette();
    void iconsFollowThePalette();
    void everyIconHasAFile();
    void stateCellHoldsItsWord();
    void timesInWords_data();
    void timesInWords();
    void timeCellFollowsTheClock();
    void everyFailureHasWords();
    void buttonFollowsItsAction();
};

void TestLook::initTestCase()
{
    QApplication::setStyle(new AnteroomStyle);
}

void TestLook::cleanup()
{
    QApplication::setPalette(makePalette(Tokens::of(Scheme::Light, Contrast::Normal)));
}

void TestLook::everyPairIsReadable_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<Contrast>("contrast");
    QTest::addColumn<double>("least");
    QTest::newRow("light") << Scheme::Light << Contrast::Normal << 4.5;
    QTest::newRow("dark") << Scheme::Dark << Contrast::Normal << 4.5;
    QTest::newRow("light, high") << Scheme::Light << Contrast::High << 7.0;
    QTest::newRow("dark, high") << Scheme::Dark << Contrast::High << 7.0;
}

void TestLook::everyPairIsReadable()
{
    QFETCH(Scheme, scheme);
    QFETCH(Contrast, contrast);
    QFETCH(double, least);
    const auto &t = Tokens::of(scheme, contrast);
    struct Pair
    {
        const char *what;
        QColor text;
        QColor ground;
    };
    QVector<Pair> pairs{
        {"ink on background", t.ink, t.background},
        {"ink on panel", t.ink, t.panel},
        {"ink on hover", t.ink, t.hover},
        {"ink on accent soft", t.ink, t.accentSoft},
        {"dim on background", t.dim, t.background},
        {"dim on panel", t.dim, t.panel},
        {"dim on hover", t.dim, t.hover},
        {"dim on accent soft", t.dim, t.accentSoft},
        {"accent on panel", t.accent, t.panel},
        {"accent on background", t.accent, t.background},
        {"accent on hover", t.accent, t.hover},
        {"accent on accent soft", t.accent, t.accentSoft},
        {"on accent", t.onAccent, t.accent},
        {"count of failures", t.panel, t.tone(Tone::Bad).text},
        {"error under a field", t.tone(Tone::Bad).text, t.panel},
        {"error on the background", t.tone(Tone::Bad).text, t.background},
    };
    for (int i = 0; i < 5; ++i)
        pairs.append({"state", t.tones[std::size_t(i)].text, t.tones[std::size_t(i)].ground});
    for (const auto &pair : std::as_const(pairs)) {
        const auto ratio = contrastRatio(pair.text, pair.ground);
        QVERIFY2(ratio >= least,
                 qPrintable(u"%1: %2 on %3 is %4"_s.arg(QLatin1StringView(pair.what), pair.text.name(),
                                                        pair.ground.name(), QString::number(ratio))));
    }
    // What shows the focus is no text: 3:1 against both sides.
    QVERIFY(contrastRatio(t.accent, t.panel) >= 3.0);
    QVERIFY(contrastRatio(t.accent, t.background) >= 3.0);
}

void TestLook::contrastIsThatOfWcag()
{
    QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
    // #767676 is the well-known lightest grey that passes on white.
    QVERIFY(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
    QVERIFY(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
}

void TestLook::tokensAreFoundAgainFromThePalette_data()
{
    everyPairIsReadable_data();
}

void TestLook::tokensAreFoundAgainFromThePalette()
{
    QFETCH(Scheme, scheme);
    QFETCH(Contrast, contrast);
    const auto &tokens = Tokens::of(scheme, contrast);
    QCOMPARE(&Tokens::of(makePalette(tokens)), &tokens);
}

void TestLook::fieldsAndButtonsHaveOneHeight()
{
    QLineEdit line;
    QComboBox combo;
    QSpinBox spin;
    Button button(u"Send"_s);
    const int height = controlHeight(line.fontMetrics());
    QCOMPARE(line.sizeHint().height(), height);
    QCOMPARE(combo.sizeHint().height(), height);
    QCOMPARE(spin.sizeHint().height(), height);
    QCOMPARE(button.sizeHint().height(), height);
    QCOMPARE(height % 4, 0);
}

void TestLook::sizesGrowWithTheText()
{
    const auto font = QApplication::font();
    auto large = font;
    large.setPointSizeF(font.pointSizeF() * 2);
    QVERIFY(rowHeight(QFontMetrics(large)) > rowHeight(QFontMetrics(font)));
    Button small(u"Send"_s);
    Button big(u"Send"_s);
    big.setFont(large);
    QVERIFY(big.sizeHint().height() >= QFontMetrics(large).height() + 16);
    QVERIFY(big.sizeHint().width() > small.sizeHint().width());
    // A shortcut's chip takes room of its own.
    const int without = small.sizeHint().width();
    small.setKeyHint(QKeySequence(u"Ctrl+N"_s));
    QVERIFY(small.sizeHint().width() > without);
    QCOMPARE(fontFor(TextRole::Title, large).pointSizeF(), large.pointSizeF() * 20 / 14);
}

void TestLook::portalChangesThePalette()
{
    Appearance appearance;
    QSignalSpy changed(&appearance, &Appearance::changed);
    appearance.takePortalValue(u"color-scheme"_s, 1U);
    QCOMPARE(appearance.scheme(), Scheme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window),
             Tokens::of(Scheme::Dark, Contrast::Normal).background);
    // As the portal's Read answers: a variant in a variant.
    appearance.takePortalValue(u"contrast"_s, QVariant::fromValue(QDBusVariant(1U)));
    QCOMPARE(&Tokens::of(QApplication::palette()), &Tokens::of(Scheme::Dark, Contrast::High));
    appearance.takePortalValue(u"color-scheme"_s, 2U);
    appearance.takePortalValue(u"contrast"_s, 0U);
    QCOMPARE(&Tokens::of(QApplication::palette()), &Tokens::of(Scheme::Light, Contrast::Normal));
    appearance.takePortalValue(u"accent-color"_s, 3U);
    QCOMPARE(changed.count(), 4);
}

void TestLook::labelsFollowThePalette()
{
    QWidget window;
    auto *label = new Label(TextRole::Caption, u"x"_s, &window);
    QCOMPARE(label->palette().color(QPalette::WindowText), Tokens::of(Scheme::Light, Contrast::Normal).dim);
    window.show();
    const auto usual = QApplication::font();
    auto large = usual;
    large.setPointSizeF(usual.pointSizeF() * 2);
    QApplication::setFont(large);
    QTRY_VERIFY(qFuzzyCompare(label->font().pointSizeF(), large.pointSizeF() * 12 / 14));
    QApplication::setFont(usual);
    QTRY_VERIFY(qFuzzyCompare(label->font().pointSizeF(), usual.pointSizeF() * 12 / 14));
    QApplication::setPalette(makePalette(Tokens::of(Scheme::Dark, Contrast::Normal)));
    QTRY_COMPARE(label->palette().color(QPalette::WindowText),
                 Tokens::of(Scheme::Dark, Contrast::Normal).dim);
    label->setTone(Tone::Bad);
    QCOMPARE(label->palette().color(QPalette::WindowText),
             Tokens::of(Scheme::Dark, Contrast::Normal).tone(Tone::Bad).text);
    // Nothing that somebody wrote is read as markup.
    label->setText(u"<b>x</b>"_s);
    QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestLook::iconsFollowThePalette()
{
    const auto strongest = [](const QIcon &icon) {
        const auto image = icon.pixmap(48, 48).toImage();
        QColor found;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (const auto color = image.pixelColor(x, y); color.alpha() == 255)
                    found = color;
            }
        }
        return found;
    };
    const auto plus = icon(Icon::Plus, IconRole::Accent);
    QCOMPARE(strongest(plus).name(), Tokens::of(Scheme::Light, Contrast::Normal).accent.name());
    QApplication::setPalette(makePalette(Tokens::of(Scheme::Dark, Contrast::Normal)));
    QCOMPARE(strongest(plus).name(), Tokens::of(Scheme::Dark, Contrast::Normal).accent.name());
}

void TestLook::everyIconHasAFile()
{
    for (int i = 0; i <= int(Icon::ZoomOut); ++i) {
        const auto image = icon(static_cast<Icon>(i)).pixmap(24, 24).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height() && !drawn; ++y) {
            for (int x = 0; x < image.width() && !drawn; ++x)
                drawn = image.pixelColor(x, y).alpha() > 0;
        }
        QVERIFY2(drawn, qPrintable(QString::number(i)));
    }
    QVERIFY(!applicationIcon().isNull());
}

void TestLook::stateCellHoldsItsWord()
{
    QStandardItemModel model(1, 1);
    model.setItem(0, 0, new QStandardItem(u"Not delivered"_s));
    model.item(0, 0)->setData(int(Tone::Bad), ToneRole);
    StateDelegate delegate;
    QStyleOptionViewItem option;
    option.font = QApplication::font();
    option.fontMetrics = QFontMetrics(option.font);
    const auto size = delegate.sizeHint(option, model.index(0, 0));
    QCOMPARE(size.height(), rowHeight(option.fontMetrics));
    QVERIFY(size.width() >= pillSize(u"Not delivered"_s, option.font).width() + 20);

    // The ground of the state is really there, and stays inside the cell.
    QImage image(size.width() + 40, size.height(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    option.rect = QRect(QPoint(0, 0), size);
    option.palette = QApplication::palette();
    delegate.paint(&painter, option, model.index(0, 0));
    painter.end();
    const auto ground = Tokens::of(Scheme::Light, Contrast::Normal).tone(Tone::Bad).ground;
    QCOMPARE(image.pixelColor(14, size.height() / 2).name(), ground.name());
    QCOMPARE(image.pixelColor(size.width() + 5, size.height() / 2).name(), QColor(Qt::white).name());
}

void TestLook::timesInWords_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("words");
    // Now is Thursday 2026-01-15, 12:00.
    QTest::newRow("now") << u"2026-01-15T11:59:30Z"_s << u"just now"_s;
    QTest::newRow("minutes") << u"2026-01-15T11:55:10Z"_s << u"4 min"_s;
    QTest::newRow("almost an hour") << u"2026-01-15T11:00:01Z"_s << u"59 min"_s;
    QTest::newRow("an hour") << u"2026-01-15T11:00:00Z"_s << u"1 h"_s;
    QTest::newRow("this morning") << u"2026-01-15T00:10:00Z"_s << u"11 h"_s;
    QTest::newRow("yesterday") << u"2026-01-14T23:50:00Z"_s << u"yesterday"_s;
    QTest::newRow("this week") << u"2026-01-12T10:00:00Z"_s << u"Mon"_s;
    QTest::newRow("this year") << u"2026-01-02T10:00:00Z"_s << u"2 Jan"_s;
    QTest::newRow("last year") << u"2025-11-12T10:00:00Z"_s << u"12 Nov 2025"_s;
    QTest::newRow("soon") << u"2026-01-15T12:05:00Z"_s << u"in 5 min"_s;
    QTest::newRow("later") << u"2026-01-15T15:00:00Z"_s << u"in 3 h"_s;
    QTest::newRow("tomorrow") << u"2026-01-16T15:00:00Z"_s << u"tomorrow"_s;
    QTest::newRow("next month") << u"2026-02-16T15:00:00Z"_s << u"16 Feb"_s;
}

void TestLook::timesInWords()
{
    QFETCH(QString, time);
    QFETCH(QString, words);
    const ManualClock clock;
    QCOMPARE(relativeTime(*parseUtcTime(time), clock.now(), QTimeZone::utc(), QLocale(u"en_GB"_s)), words);
}

void TestLook::timeCellFollowsTheClock()
{
    ManualClock clock;
    QStandardItemModel model(1, 1);
    model.setItem(0, 0, new QStandardItem);
    model.item(0, 0)->setData(toUs(clock.now()), TimeRole);
    RelativeTimeDelegate delegate(clock);
    QStyleOptionViewItem option;
    option.font = QApplication::font();
    option.fontMetrics = QFontMetrics(option.font);
    const int now = delegate.sizeHint(option, model.index(0, 0)).width();
    clock.advance(std::chrono::minutes(4));
    QVERIFY(delegate.sizeHint(option, model.index(0, 0)).width() < now); // "4 min" is shorter than "just now"
}

void TestLook::everyFailureHasWords()
{
    for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
        const auto words = errorText(Error{static_cast<ErrorCode>(code), "some.unknown.key", nullptr, {}});
        QVERIFY(!words.isEmpty());
        QVERIFY2(!words.contains(u"some.unknown"_s), qPrintable(words));
    }
    QVERIFY(errorText(Error{ErrorCode::Invalid, "text.too_long", "name", {{u"longest"_s, 200}}})
                .contains(u"200"_s));
    const Error soon{ErrorCode::TooMany, "login.slow", nullptr, {{u"retryAfterMs"_s, 4200}}};
    QVERIFY(errorText(soon).contains(u"5"_s));
    QVERIFY(errorText(Error{ErrorCode::Invalid, "phone.malformed", nullptr, {}}).contains(u"+44"_s));
}

void TestLook::buttonFollowsItsAction()
{
    QAction action(u"New file request"_s);
    action.setShortcut(QKeySequence(u"Ctrl+N"_s));
    action.setEnabled(false);
    QWidget window;
    Button button(&action, Button::Kind::Primary, &window);
    QCOMPARE(button.text(), u"New file request"_s);
    QVERIFY(!button.keyHint().isEmpty());
    QVERIFY(!button.isEnabled());
    action.setEnabled(true);
    QSignalSpy triggered(&action, &QAction::triggered);
    button.click();
    QCOMPARE(triggered.count(), 1);
    action.setVisible(false);
    QVERIFY(button.isHidden());
}

} // namespace anteroom

QTEST_MAIN(anteroom::TestLook)
#include "tst_look.moc"
