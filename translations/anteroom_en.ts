<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PatientPage</name>
    <message numerus="yes">
        <source>JPEG, PNG or WebP, up to 25 MB each. You can send %n more photo(s).</source>
        <translation>
            <numerusform>JPEG, PNG or WebP, up to 25 MB each. You can send %n more photo.</numerusform>
            <numerusform>JPEG, PNG or WebP, up to 25 MB each. You can send %n more photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) arrived</source>
        <translation>
            <numerusform>%n photo arrived</numerusform>
            <numerusform>%n photos arrived</numerusform>
        </translation>
    </message>
</context>
</TS>
