<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlarmPart</name>
    <message numerus="yes">
        <source>%n new alarm(s)</source>
        <translation>
            <numerusform>%n new alarm</numerusform>
            <numerusform>%n new alarms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AroundPanel</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New order to %n unit(s)</source>
        <translation>
            <numerusform>New order to %n unit</numerusform>
            <numerusform>New order to %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignmentCard</name>
    <message numerus="yes">
        <source>reminded %n time(s)</source>
        <translation>
            <numerusform>reminded once</numerusform>
            <numerusform>reminded %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookDialog</name>
    <message numerus="yes">
        <source>%n crew(s)</source>
        <translation>
            <numerusform>%n crew</numerusform>
            <numerusform>%n crews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n holiday(s)</source>
        <translation>
            <numerusform>%n holiday</numerusform>
            <numerusform>%n holidays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallDialog</name>
    <message numerus="yes">
        <source>Call %n people</source>
        <translation>
            <numerusform>Call %n person</numerusform>
            <numerusform>Call %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameraHealthPage</name>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>Copy %n row</numerusform>
            <numerusform>Copy %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message numerus="yes">
        <source>%n thing(s) can be found</source>
        <translation>
            <numerusform>%n thing can be found</numerusform>
            <numerusform>%n things can be found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsultRoom</name>
    <message numerus="yes">
        <source>%n in the lobby</source>
        <translation>
            <numerusform>%n in the lobby</numerusform>
            <numerusform>%n in the lobby</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsultStage</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DutyButton</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DutyEntries</name>
    <message numerus="yes">
        <source>Rota written: %n shift(s)</source>
        <translation>
            <numerusform>Rota written: %n shift</numerusform>
            <numerusform>Rota written: %n shifts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FittedList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverList</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverView</name>
    <message numerus="yes">
        <source>%n more to acknowledge</source>
        <translation>
            <numerusform>%n more to acknowledge</numerusform>
            <numerusform>%n more to acknowledge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message numerus="yes">
        <source>%n resource(s)</source>
        <translation>
            <numerusform>%n resource</numerusform>
            <numerusform>%n resources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more here</source>
        <translation>
            <numerusform>%n more here</numerusform>
            <numerusform>%n more here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayoutDialog</name>
    <message numerus="yes">
        <source>Lay out %n shift(s)</source>
        <translation>
            <numerusform>Lay out %n shift</numerusform>
            <numerusform>Lay out %n shifts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned shift(s) of these posts give way. Nothing is written before you say so.</source>
        <translation>
            <numerusform>%n planned shift of these posts gives way. Nothing is written before you say so.</numerusform>
            <numerusform>%n planned shifts of these posts give way. Nothing is written before you say so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetIn</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkPage</name>
    <message numerus="yes">
        <source>%n command(s) of another account or for another hub address wait on this seat. They go when that account signs in here at that address.</source>
        <translation>
            <numerusform>%n command of another account or for another hub address waits on this seat. It goes when that account signs in here at that address.</numerusform>
            <numerusform>%n commands of other accounts or for other hub addresses wait on this seat. They go when those accounts sign in here at those addresses.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkedList</name>
    <message numerus="yes">
        <source>%n more wait(s)</source>
        <translation>
            <numerusform>%n more waits</numerusform>
            <numerusform>%n more wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message numerus="yes">
        <source>%n alarm(s) nobody has taken note of</source>
        <translation>
            <numerusform>%n alarm nobody has taken note of</numerusform>
            <numerusform>%n alarms nobody has taken note of</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) not sent yet</source>
        <translation>
            <numerusform>%n command not sent yet</numerusform>
            <numerusform>%n commands not sent yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfflineBanner</name>
    <message numerus="yes">
        <source>%n command(s) wait and are sent when it returns.</source>
        <translation>
            <numerusform>%n command waits and is sent when it returns.</numerusform>
            <numerusform>%n commands wait and are sent when it returns.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderDetail</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message numerus="yes">
        <source>Issue to %n unit(s)</source>
        <translation>
            <numerusform>Issue to %n unit</numerusform>
            <numerusform>Issue to %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderNews</name>
    <message numerus="yes">
        <source>%n command(s) wait for the hub</source>
        <translation>
            <numerusform>%n command waits for the hub</numerusform>
            <numerusform>%n commands wait for the hub</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) were not sent, and are not kept. %1</source>
        <translation>
            <numerusform>%n command was not sent, and is not kept. %1</numerusform>
            <numerusform>%n commands were not sent, and are not kept. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrdersBoard</name>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>Copy %n row</numerusform>
            <numerusform>Copy %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) chosen</source>
        <translation>
            <numerusform>%n order chosen</numerusform>
            <numerusform>%n orders chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrdersPart</name>
    <message numerus="yes">
        <source>%n unit(s) are too many for one order; at most %1.</source>
        <translation>
            <numerusform>%n unit is too many for one order; at most %1.</numerusform>
            <numerusform>%n units are too many for one order; at most %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxRow</name>
    <message numerus="yes">
        <source>Written %1 · %n attempt(s)</source>
        <translation>
            <numerusform>Written %1 · %n attempt</numerusform>
            <numerusform>Written %1 · %n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message numerus="yes">
        <source>At least %n character(s), and not the name for signing in</source>
        <translation>
            <numerusform>At least %n character, and not the name for signing in</numerusform>
            <numerusform>At least %n characters, and not the name for signing in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatrolDialog</name>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n camera</numerusform>
            <numerusform>%n cameras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s) now</source>
        <translation>
            <numerusform>%n camera now</numerusform>
            <numerusform>%n cameras now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatrolFields</name>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n camera</numerusform>
            <numerusform>%n cameras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatrolPanes</name>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n camera</numerusform>
            <numerusform>%n cameras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatrolScreen</name>
    <message numerus="yes">
        <source>All %n camera(s) have been looked at.</source>
        <translation>
            <numerusform>The %n camera has been looked at.</numerusform>
            <numerusform>All %n cameras have been looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n camera</numerusform>
            <numerusform>%n cameras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipientRow</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordsDialog</name>
    <message numerus="yes">
        <source>%n round(s)</source>
        <translation>
            <numerusform>%n round</numerusform>
            <numerusform>%n rounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestsView</name>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResourceTable</name>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>Copy %n row</numerusform>
            <numerusform>Copy %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResourcesPart</name>
    <message numerus="yes">
        <source>New order to %n unit(s)</source>
        <translation>
            <numerusform>New order to %n unit</numerusform>
            <numerusform>New order to %n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of what is chosen cannot be sent an order.</source>
        <translation>
            <numerusform>%n of what is chosen cannot be sent an order.</numerusform>
            <numerusform>%n of what is chosen cannot be sent an order.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message numerus="yes">
        <source>%n in the room</source>
        <translation>
            <numerusform>%n in the room</numerusform>
            <numerusform>%n in the room</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not answered</source>
        <translation>
            <numerusform>%n not answered</numerusform>
            <numerusform>%n not answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the lobby</source>
        <translation>
            <numerusform>%n in the lobby</numerusform>
            <numerusform>%n in the lobby</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RotaDays</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RotaImportDialog</name>
    <message numerus="yes">
        <source>Take over %n shift(s)</source>
        <translation>
            <numerusform>Take over %n shift</numerusform>
            <numerusform>Take over %n shifts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s) would be planned</source>
        <translation>
            <numerusform>%n shift would be planned</numerusform>
            <numerusform>%n shifts would be planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are left out:</source>
        <translation>
            <numerusform>%n row is left out:</numerusform>
            <numerusform>%n rows are left out:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RotaNotice</name>
    <message numerus="yes">
        <source>Another planner has changed %n of these shifts meanwhile. Nothing of theirs is undone before you decide.</source>
        <translation>
            <numerusform>Another planner has changed %n of these shifts meanwhile. Nothing of theirs is undone before you decide.</numerusform>
            <numerusform>Another planner has changed %n of these shifts meanwhile. Nothing of theirs is undone before you decide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RotaTools</name>
    <message numerus="yes">
        <source>Write %n change(s)</source>
        <translation>
            <numerusform>Write %n change</numerusform>
            <numerusform>Write %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RotaView</name>
    <message numerus="yes">
        <source>The rota is written: %n shift(s).</source>
        <translation>
            <numerusform>The rota is written: %n shift.</numerusform>
            <numerusform>The rota is written: %n shifts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeatNews</name>
    <message numerus="yes">
        <source>%n command(s) sent</source>
        <translation>
            <numerusform>%n command sent</numerusform>
            <numerusform>%n commands sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” goes without %n photo(s).</source>
        <translation>
            <numerusform>“%1” goes without %n photo.</numerusform>
            <numerusform>“%1” goes without %n photos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message numerus="yes">
        <source>%n command(s) wait at this seat; they go when who gave them has signed in.</source>
        <translation>
            <numerusform>%n command waits at this seat; it goes when who gave it has signed in.</numerusform>
            <numerusform>%n commands wait at this seat; they go when those who gave them have signed in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>What has not reached the hub yet; %n command(s) of another account or for another hub address wait here too</source>
        <translation>
            <numerusform>What has not reached the hub yet; %n command of another account or for another hub address waits here too</numerusform>
            <numerusform>What has not reached the hub yet; %n commands of other accounts or for other hub addresses wait here too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThingsPanel</name>
    <message numerus="yes">
        <source>%n on the map</source>
        <translation>
            <numerusform>%n on the map</numerusform>
            <numerusform>%n on the map</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message numerus="yes">
        <source>Since %1 it would have put up %n order(s).</source>
        <translation>
            <numerusform>Since %1 it would have put up %n order.</numerusform>
            <numerusform>Since %1 it would have put up %n orders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them would not have had a turn.</source>
        <translation>
            <numerusform>%n of them would not have had a turn.</numerusform>
            <numerusform>%n of them would not have had a turn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VideoPart</name>
    <message numerus="yes">
        <source>This camera has been shown for %n second(s): the clip has no more.</source>
        <translation>
            <numerusform>This camera has been shown for %n second: the clip has no more.</numerusform>
            <numerusform>This camera has been shown for %n seconds: the clip has no more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chengyun::console::DutyCommands</name>
    <message numerus="yes">
        <source>Write the rota: %n shift(s)</source>
        <translation>
            <numerusform>Write the rota: %n shift</numerusform>
            <numerusform>Write the rota: %n shifts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chengyun::console::HandoverModel</name>
    <message numerus="yes">
        <source>Acknowledge %n more item(s), then sign. Send it back when something is missing.</source>
        <translation>
            <numerusform>Acknowledge %n more item, then sign. Send it back when something is missing.</numerusform>
            <numerusform>Acknowledge %n more items, then sign. Send it back when something is missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chengyun::console::OwnPassword</name>
    <message numerus="yes">
        <source>The hub does not take this one: it needs %n characters or more, and must not be the name.</source>
        <translation>
            <numerusform>The hub does not take this one: it needs %n character or more, and must not be the name.</numerusform>
            <numerusform>The hub does not take this one: it needs %n characters or more, and must not be the name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chengyun::console::PlanBook</name>
    <message numerus="yes">
        <source>%n crew(s)</source>
        <translation>
            <numerusform>%n crew</numerusform>
            <numerusform>%n crews</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chengyun::console::RotaBoard</name>
    <message numerus="yes">
        <source>%1: %n person(s) missing for %2</source>
        <translation>
            <numerusform>%1: %n person missing for %2</numerusform>
            <numerusform>%1: %n people missing for %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chengyun::console::ShownLog</name>
    <message numerus="yes">
        <source>The first %n row(s) have been written; choose a shorter time for the others.</source>
        <translation>
            <numerusform>The first %n row has been written; choose a shorter time for the others.</numerusform>
            <numerusform>The first %n rows have been written; choose a shorter time for the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have been written.</source>
        <translation>
            <numerusform>%n row has been written.</numerusform>
            <numerusform>%n rows have been written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chengyun::console::SuggestionModel</name>
    <message numerus="yes">
        <source>Has %n open assignment(s)</source>
        <translation>
            <numerusform>Has %n open assignment</numerusform>
            <numerusform>Has %n open assignments</numerusform>
        </translation>
    </message>
</context>
</TS>
