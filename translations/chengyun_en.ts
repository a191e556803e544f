<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AboutPage</name>
        <message>
            <source>user interface, map, sound</source>
            <translation>user interface, map, sound</translation>
        </message>
        <message>
            <source>charts</source>
            <translation>charts</translation>
        </message>
        <message>
            <source>video</source>
            <translation>video</translation>
        </message>
        <message>
            <source>data, coordinates, storage</source>
            <translation>data, coordinates, storage</translation>
        </message>
        <message>
            <source>typeface</source>
            <translation>typeface</translation>
        </message>
        <message>
            <source>water on the embedded map</source>
            <translation>water on the embedded map</translation>
        </message>
        <message>
            <source>Chengyun</source>
            <translation>Chengyun</translation>
        </message>
        <message>
            <source>Free software under the GNU General Public License 3 or later</source>
            <translation>Free software under the GNU General Public License 3 or later</translation>
        </message>
    </context>
    <context>
        <name>AccountPage</name>
        <message>
            <source>Account</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Sign out</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Name for signing in</source>
            <translation>Name for signing in</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>Sees</source>
            <translation>Sees</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Everything</translation>
        </message>
        <message>
            <source>May issue orders</source>
            <translation>May issue orders</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>May act for the centre</source>
            <translation>May act for the centre</translation>
        </message>
    </context>
    <context>
        <name>ActDialog</name>
        <message>
            <source>Remind all who are late</source>
            <translation>Remind all who are late</translation>
        </message>
        <message>
            <source>Withdraw the order</source>
            <translation>Withdraw the order</translation>
        </message>
        <message>
            <source>Reply to the supervision order</source>
            <translation>Reply to the supervision order</translation>
        </message>
        <message>
            <source>Settle the supervision order</source>
            <translation>Settle the supervision order</translation>
        </message>
        <message>
            <source>Only JPEG, PNG or WebP pictures of at most 20 MB can be sent.</source>
            <translation>Only JPEG, PNG or WebP pictures of at most 20 MB can be sent.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Send report</source>
            <translation>Send report</translation>
        </message>
        <message>
            <source>Nobody on this order is late.</source>
            <translation>Nobody on this order is late.</translation>
        </message>
        <message>
            <source>All units are told that the order no longer stands. This is journalled and cannot be undone; a new order can be issued.</source>
            <translation>All units are told that the order no longer stands. This is journalled and cannot be undone; a new order can be issued.</translation>
        </message>
        <message>
            <source>This takes the assignment away from its unit. It is journalled with your reason.</source>
            <translation>This takes the assignment away from its unit. It is journalled with your reason.</translation>
        </message>
        <message>
            <source>On behalf of the unit, as told on the telephone</source>
            <translation>On behalf of the unit, as told on the telephone</translation>
        </message>
        <message>
            <source>New recipient: %1</source>
            <translation>New recipient: %1</translation>
        </message>
        <message>
            <source>New recipient</source>
            <translation>New recipient</translation>
        </message>
        <message>
            <source>Name or initials of a unit</source>
            <translation>Name or initials of a unit</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>Words to the unit</source>
            <translation>Words to the unit</translation>
        </message>
        <message>
            <source>Basis and demand</source>
            <translation>Basis and demand</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Reply</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>What was done, what is left to do</source>
            <translation>What was done, what is left to do</translation>
        </message>
        <message>
            <source>Why, and what must be answered</source>
            <translation>Why, and what must be answered</translation>
        </message>
        <message>
            <source>It stands in the journal and in the timeline</source>
            <translation>It stands in the journal and in the timeline</translation>
        </message>
        <message>
            <source>Reply within</source>
            <translation>Reply within</translation>
        </message>
        <message>
            <source>min</source>
            <translation>min</translation>
        </message>
        <message>
            <source>Minutes until the reply is due</source>
            <translation>Minutes until the reply is due</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>by %1</translation>
        </message>
        <message>
            <source>Deduction in the assessment, tenths of a point</source>
            <translation>Deduction in the assessment, tenths of a point</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Photos</translation>
        </message>
        <message>
            <source>Leave this photo out</source>
            <translation>Leave this photo out</translation>
        </message>
        <message>
            <source>Add …</source>
            <translation>Add …</translation>
        </message>
        <message>
            <source>Photos for the report</source>
            <translation>Photos for the report</translation>
        </message>
        <message>
            <source>Pictures (*.jpg *.jpeg *.png *.webp)</source>
            <translation>Pictures (*.jpg *.jpeg *.png *.webp)</translation>
        </message>
    </context>
    <context>
        <name>ActMenu</name>
        <message>
            <source>What the unit said on the telephone</source>
            <translation>What the unit said on the telephone</translation>
        </message>
    </context>
    <context>
        <name>AlarmPanel</name>
        <message>
            <source>Alarms</source>
            <translation>Alarms</translation>
        </message>
        <message>
            <source>Take note of all</source>
            <translation>Take note of all</translation>
        </message>
        <message>
            <source>Sound is off</source>
            <translation>Sound is off</translation>
        </message>
        <message>
            <source>Sound is on</source>
            <translation>Sound is on</translation>
        </message>
        <message>
            <source>All quiet</source>
            <translation>All quiet</translation>
        </message>
        <message>
            <source>New orders, missed deadlines and a lost link ring here.</source>
            <translation>New orders, missed deadlines and a lost link ring here.</translation>
        </message>
        <message>
            <source>Sound is off: alarms are only shown.</source>
            <translation>Sound is off: alarms are only shown.</translation>
        </message>
    </context>
    <context>
        <name>AlarmRow</name>
        <message>
            <source>Take note</source>
            <translation>Take note</translation>
        </message>
    </context>
    <context>
        <name>AroundPanel</name>
        <message>
            <source>Rescue forces</source>
            <translation>Rescue forces</translation>
        </message>
        <message>
            <source>Supplies</source>
            <translation>Supplies</translation>
        </message>
        <message>
            <source>Shelters</source>
            <translation>Shelters</translation>
        </message>
        <message>
            <source>Risks</source>
            <translation>Risks</translation>
        </message>
        <message>
            <source>Cameras</source>
            <translation>Cameras</translation>
        </message>
        <message>
            <source>Around here</source>
            <translation>Around here</translation>
        </message>
        <message>
            <source>%1 km</source>
            <translation>%1 km</translation>
        </message>
        <message>
            <source>Copy the table</source>
            <translation>Copy the table</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>What is around here</source>
            <translation>What is around here</translation>
        </message>
        <message>
            <source>Send %1</source>
            <translation>Send %1</translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n open</numerusform>
                <numerusform>%n open</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing within %1</source>
            <translation>Nothing within %1</translation>
        </message>
        <message>
            <source>Widen the circle, or show more layers.</source>
            <translation>Widen the circle, or show more layers.</translation>
        </message>
        <message>
            <source>All with a team</source>
            <translation>All with a team</translation>
        </message>
        <message numerus="yes">
            <source>New order to %n unit(s)</source>
            <translation>
                <numerusform>New order to %n unit</numerusform>
                <numerusform>New order to %n units</numerusform>
            </translation>
        </message>
        <message>
            <source>Tick whom to send</source>
            <translation>Tick whom to send</translation>
        </message>
    </context>
    <context>
        <name>AssignmentCard</name>
        <message>
            <source>%1, %2, %3</source>
            <translation>%1, %2, %3</translation>
        </message>
        <message numerus="yes">
            <source>reminded %n time(s)</source>
            <translation>
                <numerusform>reminded once</numerusform>
                <numerusform>reminded %n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BellButton</name>
        <message>
            <source>Alarms</source>
            <translation>Alarms</translation>
        </message>
        <message>
            <source>Alarms: %1 not taken note of</source>
            <translation>Alarms: %1 not taken note of</translation>
        </message>
    </context>
    <context>
        <name>CameraPopup</name>
        <message>
            <source>Smaller</source>
            <translation>Smaller</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Larger</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>CameraView</name>
        <message>
            <source>Camera %1, playing</source>
            <translation>Camera %1, playing</translation>
        </message>
        <message>
            <source>Camera %1: %2</source>
            <translation>Camera %1: %2</translation>
        </message>
        <message>
            <source>This camera has no stream address</source>
            <translation>This camera has no stream address</translation>
        </message>
        <message>
            <source>The stream address is not valid</source>
            <translation>The stream address is not valid</translation>
        </message>
        <message>
            <source>The camera or gateway does not answer</source>
            <translation>The camera or gateway does not answer</translation>
        </message>
        <message>
            <source>The gateway knows no such camera</source>
            <translation>The gateway knows no such camera</translation>
        </message>
        <message>
            <source>The gateway refuses the sign-in</source>
            <translation>The gateway refuses the sign-in</translation>
        </message>
        <message>
            <source>The stream's format cannot be decoded here</source>
            <translation>The stream's format cannot be decoded here</translation>
        </message>
        <message>
            <source>No picture arrives any more</source>
            <translation>No picture arrives any more</translation>
        </message>
        <message>
            <source>The stream has ended</source>
            <translation>The stream has ended</translation>
        </message>
        <message>
            <source>Connecting …</source>
            <translation>Connecting …</translation>
        </message>
        <message>
            <source>Trying again, attempt %1</source>
            <translation>Trying again, attempt %1</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Search everything, run every command</source>
            <translation>Search everything, run every command</translation>
        </message>
        <message>
            <source>Order, unit, resource, place, command; Chinese, pinyin or initials</source>
            <translation>Order, unit, resource, place, command; Chinese, pinyin or initials</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Found</translation>
        </message>
        <message>
            <source>Nothing found for “%1”</source>
            <translation>Nothing found for “%1”</translation>
        </message>
        <message>
            <source>Type to search</source>
            <translation>Type to search</translation>
        </message>
        <message>
            <source>choose</source>
            <translation>choose</translation>
        </message>
        <message>
            <source>open or run</source>
            <translation>open or run</translation>
        </message>
        <message>
            <source>back</source>
            <translation>back</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) can be found</source>
            <translation>
                <numerusform>%n thing can be found</numerusform>
                <numerusform>%n things can be found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CountDown</name>
        <message>
            <source>Due %1</source>
            <translation>Due %1</translation>
        </message>
    </context>
    <context>
        <name>Dialog</name>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>Failure</name>
        <message>
            <source>The hub did not understand the request.</source>
            <translation>The hub did not understand the request.</translation>
        </message>
        <message>
            <source>This value is not possible.</source>
            <translation>This value is not possible.</translation>
        </message>
        <message>
            <source>Please fill this in.</source>
            <translation>Please fill this in.</translation>
        </message>
        <message>
            <source>The hub does not know this field; console and hub are of different age.</source>
            <translation>The hub does not know this field; console and hub are of different age.</translation>
        </message>
        <message>
            <source>Name or password is wrong, or the session has ended. Sign in again.</source>
            <translation>Name or password is wrong, or the session has ended. Sign in again.</translation>
        </message>
        <message>
            <source>Your role may not do this.</source>
            <translation>Your role may not do this.</translation>
        </message>
        <message>
            <source>Too many failed attempts; the account is locked for a while.</source>
            <translation>Too many failed attempts; the account is locked for a while.</translation>
        </message>
        <message>
            <source>It does not exist, or lies outside your area.</source>
            <translation>It does not exist, or lies outside your area.</translation>
        </message>
        <message>
            <source>Somebody else was first, or it exists already.</source>
            <translation>Somebody else was first, or it exists already.</translation>
        </message>
        <message>
            <source>This step is not possible any more; look at the present state.</source>
            <translation>This step is not possible any more; look at the present state.</translation>
        </message>
        <message>
            <source>Its time was over before the hub could be reached.</source>
            <translation>Its time was over before the hub could be reached.</translation>
        </message>
        <message>
            <source>The hub knows this command with other contents.</source>
            <translation>The hub knows this command with other contents.</translation>
        </message>
        <message>
            <source>This is larger than the hub accepts.</source>
            <translation>This is larger than the hub accepts.</translation>
        </message>
        <message>
            <source>The hub does not accept this type of file.</source>
            <translation>The hub does not accept this type of file.</translation>
        </message>
        <message>
            <source>Too many at once; it will be tried again.</source>
            <translation>Too many at once; it will be tried again.</translation>
        </message>
        <message>
            <source>The hub cannot be reached.</source>
            <translation>The hub cannot be reached.</translation>
        </message>
        <message>
            <source>Stored data is damaged.</source>
            <translation>Stored data is damaged.</translation>
        </message>
        <message>
            <source>The hub made a mistake; its log says more.</source>
            <translation>The hub made a mistake; its log says more.</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Event class</source>
            <translation>Event class</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Recipients</source>
            <translation>Recipients</translation>
        </message>
        <message>
            <source>Time limits</source>
            <translation>Time limits</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Area</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Photos</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>FindField</name>
        <message>
            <source>Name, code or initials</source>
            <translation>Name, code or initials</translation>
        </message>
    </context>
    <context>
        <name>FootBar</name>
        <message>
            <source>new order</source>
            <translation>new order</translation>
        </message>
        <message>
            <source>units nearby</source>
            <translation>units nearby</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>acknowledge</source>
            <translation>acknowledge</translation>
        </message>
        <message>
            <source>commands</source>
            <translation>commands</translation>
        </message>
        <message>
            <source>one step back</source>
            <translation>one step back</translation>
        </message>
    </context>
    <context>
        <name>FormField</name>
        <message>
            <source>required</source>
            <translation>required</translation>
        </message>
    </context>
    <context>
        <name>Format</name>
        <message>
            <source>under 1 min</source>
            <translation>under 1 min</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 h %2 min</translation>
        </message>
        <message>
            <source>%1 d %2 h</source>
            <translation>%1 d %2 h</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>%1 left</translation>
        </message>
        <message>
            <source>%1 late</source>
            <translation>%1 late</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>just now</translation>
        </message>
        <message>
            <source>%1 ago</source>
            <translation>%1 ago</translation>
        </message>
        <message>
            <source>%1 m</source>
            <translation>%1 m</translation>
        </message>
        <message>
            <source>%1 km</source>
            <translation>%1 km</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 h</translation>
        </message>
        <message>
            <source>Deadline for acknowledging missed</source>
            <translation>Deadline for acknowledging missed</translation>
        </message>
        <message>
            <source>Deadline for reporting missed</source>
            <translation>Deadline for reporting missed</translation>
        </message>
        <message>
            <source>Deadline for completing missed</source>
            <translation>Deadline for completing missed</translation>
        </message>
    </context>
    <context>
        <name>HallMap</name>
        <message>
            <source>Map</source>
            <translation>Map</translation>
        </message>
    </context>
    <context>
        <name>HoverCard</name>
        <message>
            <source>Risk</source>
            <translation>Risk</translation>
        </message>
        <message>
            <source>Supply</source>
            <translation>Supply</translation>
        </message>
        <message>
            <source>Rescue force</source>
            <translation>Rescue force</translation>
        </message>
        <message>
            <source>Shelter</source>
            <translation>Shelter</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>Camera</translation>
        </message>
        <message>
            <source>available</source>
            <translation>available</translation>
        </message>
        <message>
            <source>committed</source>
            <translation>committed</translation>
        </message>
        <message>
            <source>out of service</source>
            <translation>out of service</translation>
        </message>
        <message numerus="yes">
            <source>%n resource(s)</source>
            <translation>
                <numerusform>%n resource</numerusform>
                <numerusform>%n resources</numerusform>
            </translation>
        </message>
        <message>
            <source>Order · level %1 · late</source>
            <translation>Order · level %1 · late</translation>
        </message>
        <message>
            <source>Order · level %1</source>
            <translation>Order · level %1</translation>
        </message>
        <message>
            <source>level %1</source>
            <translation>level %1</translation>
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
        <name>Language</name>
        <message>
            <source>en</source>
            <extracomment>The two-letter code of the language this file translates to: "en" or "zh".</extracomment>
            <translation>en</translation>
        </message>
    </context>
    <context>
        <name>LayerPanel</name>
        <message>
            <source>Risks</source>
            <translation>Risks</translation>
        </message>
        <message>
            <source>Supplies</source>
            <translation>Supplies</translation>
        </message>
        <message>
            <source>Rescue forces</source>
            <translation>Rescue forces</translation>
        </message>
        <message>
            <source>Shelters</source>
            <translation>Shelters</translation>
        </message>
        <message>
            <source>Cameras</source>
            <translation>Cameras</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>Layers</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>Orders</translation>
        </message>
    </context>
    <context>
        <name>LevelBadge</name>
        <message>
            <source>Level %1</source>
            <translation>Level %1</translation>
        </message>
    </context>
    <context>
        <name>LevelPicker</name>
        <message>
            <source>Level</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Level %1</source>
            <translation>Level %1</translation>
        </message>
    </context>
    <context>
        <name>LinkPage</name>
        <message>
            <source>Link to the hub</source>
            <translation>Link to the hub</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Try now</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>Connected</translation>
        </message>
        <message>
            <source>Offline for %1</source>
            <translation>Offline for %1</translation>
        </message>
        <message>
            <source>Hub</source>
            <translation>Hub</translation>
        </message>
        <message>
            <source>Round trip</source>
            <translation>Round trip</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>Hub's clock against this machine's</source>
            <translation>Hub's clock against this machine's</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>Waiting to be sent</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>Send now</translation>
        </message>
        <message>
            <source>Remove all that failed</source>
            <translation>Remove all that failed</translation>
        </message>
        <message>
            <source>Nothing waits</source>
            <translation>Nothing waits</translation>
        </message>
        <message>
            <source>What is done while the hub is away waits here, is sent exactly once when it returns, and expires in plain sight.</source>
            <translation>What is done while the hub is away waits here, is sent exactly once when it returns, and expires in plain sight.</translation>
        </message>
    </context>
    <context>
        <name>LookPage</name>
        <message>
            <source>This seat</source>
            <translation>This seat</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>At once, without a restart</source>
            <translation>At once, without a restart</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Theme</translation>
        </message>
        <message>
            <source>Dark for the hall, light for the consultation room</source>
            <translation>Dark for the hall, light for the consultation room</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Size of text and controls</source>
            <translation>Size of text and controls</translation>
        </message>
        <message>
            <source>Automatic follows the height of the screen</source>
            <translation>Automatic follows the height of the screen</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatic</translation>
        </message>
        <message>
            <source>Alarm sound</source>
            <translation>Alarm sound</translation>
        </message>
        <message>
            <source>Repeats until somebody takes note</source>
            <translation>Repeats until somebody takes note</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>Try it</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Off</translation>
        </message>
        <message>
            <source>On</source>
            <translation>On</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>Chengyun</source>
            <translation>Chengyun</translation>
        </message>
    </context>
    <context>
        <name>MapFurniture</name>
        <message>
            <source>North up</source>
            <translation>North up</translation>
        </message>
        <message>
            <source>Nearer</source>
            <translation>Nearer</translation>
        </message>
        <message>
            <source>Farther</source>
            <translation>Farther</translation>
        </message>
        <message>
            <source>Longitude and latitude, WGS-84: %1</source>
            <translation>Longitude and latitude, WGS-84: %1</translation>
        </message>
    </context>
    <context>
        <name>MapLegend</name>
        <message>
            <source>Risk</source>
            <translation>Risk</translation>
        </message>
        <message>
            <source>Supply</source>
            <translation>Supply</translation>
        </message>
        <message>
            <source>Rescue force</source>
            <translation>Rescue force</translation>
        </message>
        <message>
            <source>Shelter</source>
            <translation>Shelter</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>Camera</translation>
        </message>
        <message>
            <source>available</source>
            <translation>available</translation>
        </message>
        <message>
            <source>committed</source>
            <translation>committed</translation>
        </message>
        <message>
            <source>out of service</source>
            <translation>out of service</translation>
        </message>
        <message>
            <source>order, not yet acknowledged</source>
            <translation>order, not yet acknowledged</translation>
        </message>
        <message>
            <source>order under way</source>
            <translation>order under way</translation>
        </message>
        <message>
            <source>order, late</source>
            <translation>order, late</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>Legend</translation>
        </message>
    </context>
    <context>
        <name>MapScreen</name>
        <message>
            <source>Width of the queue</source>
            <translation>Width of the queue</translation>
        </message>
        <message>
            <source>Move the new order here</source>
            <translation>Move the new order here</translation>
        </message>
        <message>
            <source>New order here</source>
            <translation>New order here</translation>
        </message>
        <message>
            <source>What is around here</source>
            <translation>What is around here</translation>
        </message>
        <message>
            <source>Copy the coordinates</source>
            <translation>Copy the coordinates</translation>
        </message>
        <message>
            <source>Coordinates copied (WGS-84).</source>
            <translation>Coordinates copied (WGS-84).</translation>
        </message>
        <message>
            <source>Click where the order's place is. Esc leaves it as it was.</source>
            <translation>Click where the order's place is. Esc leaves it as it was.</translation>
        </message>
        <message>
            <source>Copied: paste it into a spreadsheet or a message.</source>
            <translation>Copied: paste it into a spreadsheet or a message.</translation>
        </message>
        <message>
            <source>Height of the chart</source>
            <translation>Height of the chart</translation>
        </message>
        <message>
            <source>Last 24 hours</source>
            <translation>Last 24 hours</translation>
        </message>
        <message>
            <source>open %1</source>
            <translation>open %1</translation>
        </message>
        <message>
            <source>new in the last hour %1</source>
            <translation>new in the last hour %1</translation>
        </message>
        <message>
            <source>late %1</source>
            <translation>late %1</translation>
        </message>
        <message>
            <source>open</source>
            <translation>open</translation>
        </message>
        <message>
            <source>new</source>
            <translation>new</translation>
        </message>
        <message>
            <source>late</source>
            <translation>late</translation>
        </message>
        <message>
            <source>Open, new and late orders of the last 24 hours</source>
            <translation>Open, new and late orders of the last 24 hours</translation>
        </message>
        <message>
            <source>Width of the detail</source>
            <translation>Width of the detail</translation>
        </message>
        <message>
            <source>Nobody in the box can be sent an order.</source>
            <translation>Nobody in the box can be sent an order.</translation>
        </message>
        <message numerus="yes">
            <source>%n unit(s) in the box are too many for one order; at most 200.</source>
            <translation>
                <numerusform>%n unit in the box is too many for one order; at most 200.</numerusform>
                <numerusform>%n units in the box are too many for one order; at most 200.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NavRail</name>
        <message>
            <source>Map</source>
            <translation>Map</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>Orders</translation>
        </message>
        <message>
            <source>Resources</source>
            <translation>Resources</translation>
        </message>
        <message>
            <source>Screens</source>
            <translation>Screens</translation>
        </message>
        <message>
            <source>System</source>
            <translation>System</translation>
        </message>
    </context>
    <context>
        <name>OfflineBanner</name>
        <message>
            <source>No link to the hub for %1: everything last known stays on screen.</source>
            <translation>No link to the hub for %1: everything last known stays on screen.</translation>
        </message>
        <message numerus="yes">
            <source>%n command(s) wait and are sent when it returns.</source>
            <translation>
                <numerusform>%n command waits and is sent when it returns.</numerusform>
                <numerusform>%n commands wait and are sent when it returns.</numerusform>
            </translation>
        </message>
        <message>
            <source>What you do now waits and is sent when it returns.</source>
            <translation>What you do now waits and is sent when it returns.</translation>
        </message>
        <message>
            <source>What waits</source>
            <translation>What waits</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Try now</translation>
        </message>
    </context>
    <context>
        <name>OrderDetail</name>
        <message>
            <source>No order chosen</source>
            <translation>No order chosen</translation>
        </message>
        <message>
            <source>Choose one in the queue or on the map, or press F4 for a new one.</source>
            <translation>Choose one in the queue or on the map, or press F4 for a new one.</translation>
        </message>
        <message>
            <source>Order %1</source>
            <translation>Order %1</translation>
        </message>
        <message>
            <source>Order, not sent yet</source>
            <translation>Order, not sent yet</translation>
        </message>
        <message>
            <source>Exercise</source>
            <translation>Exercise</translation>
        </message>
        <message>
            <source>Further order about the same</source>
            <translation>Further order about the same</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Show on the map</source>
            <translation>Show on the map</translation>
        </message>
        <message>
            <source>Who and what is near here</source>
            <translation>Who and what is near here</translation>
        </message>
        <message>
            <source>Issued %1 by %2</source>
            <translation>Issued %1 by %2</translation>
        </message>
        <message>
            <source>Acknowledge within %1 · report every %2 · complete within %3</source>
            <translation>Acknowledge within %1 · report every %2 · complete within %3</translation>
        </message>
        <message>
            <source>Recipients</source>
            <translation>Recipients</translation>
        </message>
        <message numerus="yes">
            <source>%n unit(s)</source>
            <translation>
                <numerusform>%n unit</numerusform>
                <numerusform>%n units</numerusform>
            </translation>
        </message>
        <message>
            <source>Supervision</source>
            <translation>Supervision</translation>
        </message>
        <message>
            <source>Cameras nearby</source>
            <translation>Cameras nearby</translation>
        </message>
        <message>
            <source>within %1</source>
            <translation>within %1</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Timeline</translation>
        </message>
        <message>
            <source>fetching …</source>
            <translation>fetching …</translation>
        </message>
        <message>
            <source>what is known here</source>
            <translation>what is known here</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>Acknowledge</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>Remind all late</source>
            <translation>Remind all late</translation>
        </message>
        <message>
            <source>Everybody who has not acknowledged or is late</source>
            <translation>Everybody who has not acknowledged or is late</translation>
        </message>
        <message>
            <source>Withdraw order …</source>
            <translation>Withdraw order …</translation>
        </message>
    </context>
    <context>
        <name>OrderForm</name>
        <message>
            <source>New order</source>
            <translation>New order</translation>
        </message>
        <message>
            <source>Draft restored</source>
            <translation>Draft restored</translation>
        </message>
        <message>
            <source>Use a template</source>
            <translation>Use a template</translation>
        </message>
        <message>
            <source>Close and keep the draft</source>
            <translation>Close and keep the draft</translation>
        </message>
        <message>
            <source>Event class</source>
            <translation>Event class</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>What, in a few words</source>
            <translation>What, in a few words</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Order</translation>
        </message>
        <message>
            <source>What is to be done, by whom, until when</source>
            <translation>What is to be done, by whom, until when</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Click on the map where it is.</source>
            <translation>Click on the map where it is.</translation>
        </message>
        <message>
            <source>Without a place nobody is suggested by distance.</source>
            <translation>Without a place nobody is suggested by distance.</translation>
        </message>
        <message>
            <source>Address or description</source>
            <translation>Address or description</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Move</translation>
        </message>
        <message>
            <source>On the map</source>
            <translation>On the map</translation>
        </message>
        <message>
            <source>About %1</source>
            <translation>About %1</translation>
        </message>
        <message>
            <source>Acknowledge within</source>
            <translation>Acknowledge within</translation>
        </message>
        <message>
            <source>min</source>
            <translation>min</translation>
        </message>
        <message>
            <source>Report every</source>
            <translation>Report every</translation>
        </message>
        <message>
            <source>Complete within</source>
            <translation>Complete within</translation>
        </message>
        <message>
            <source>Recipients</source>
            <translation>Recipients</translation>
        </message>
        <message>
            <source>Add a unit by name or initials</source>
            <translation>Add a unit by name or initials</translation>
        </message>
        <message>
            <source>Best three</source>
            <translation>Best three</translation>
        </message>
        <message>
            <source>The best three suggestions that are free</source>
            <translation>The best three suggestions that are free</translation>
        </message>
        <message>
            <source>No such unit</source>
            <translation>No such unit</translation>
        </message>
        <message>
            <source>Choose a class and a place: suitable units follow.</source>
            <translation>Choose a class and a place: suitable units follow.</translation>
        </message>
        <message>
            <source>Suggested units</source>
            <translation>Suggested units</translation>
        </message>
        <message>
            <source>This is an exercise</source>
            <translation>This is an exercise</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Discard</translation>
        </message>
        <message numerus="yes">
            <source>Issue to %n unit(s)</source>
            <translation>
                <numerusform>Issue to %n unit</numerusform>
                <numerusform>Issue to %n units</numerusform>
            </translation>
        </message>
        <message>
            <source>Issue</source>
            <translation>Issue</translation>
        </message>
    </context>
    <context>
        <name>OrderTable</name>
        <message>
            <source>No.</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>Units</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>Issued</translation>
        </message>
        <message>
            <source>Nothing matches what is typed</source>
            <translation>Nothing matches what is typed</translation>
        </message>
        <message>
            <source>No orders</source>
            <translation>No orders</translation>
        </message>
        <message>
            <source>Orders appear here as soon as anybody issues one.</source>
            <translation>Orders appear here as soon as anybody issues one.</translation>
        </message>
    </context>
    <context>
        <name>Orders</name>
        <message>
            <source>%1 reported</source>
            <translation>%1 reported</translation>
        </message>
        <message>
            <source>%1 departed</source>
            <translation>%1 departed</translation>
        </message>
        <message>
            <source>%1 arrived</source>
            <translation>%1 arrived</translation>
        </message>
        <message>
            <source>%1 completed its part</source>
            <translation>%1 completed its part</translation>
        </message>
        <message>
            <source>%1 asks to return the order</source>
            <translation>%1 asks to return the order</translation>
        </message>
        <message>
            <source>Issued to %1 and %2 more</source>
            <translation>Issued to %1 and %2 more</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>Issued</translation>
        </message>
        <message>
            <source>Issued to %1</source>
            <translation>Issued to %1</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <translation>Acknowledged</translation>
        </message>
        <message>
            <source>Executing</source>
            <translation>Executing</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Completed</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>Not acknowledged</source>
            <translation>Not acknowledged</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Verified</translation>
        </message>
        <message>
            <source>Return requested</source>
            <translation>Return requested</translation>
        </message>
        <message>
            <source>Reassigned</source>
            <translation>Reassigned</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>Lead</translation>
        </message>
        <message>
            <source>Assisting</source>
            <translation>Assisting</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>Acknowledge</translation>
        </message>
        <message>
            <source>Depart</source>
            <translation>Depart</translation>
        </message>
        <message>
            <source>Arrive</source>
            <translation>Arrive</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Complete</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Return</translation>
        </message>
        <message>
            <source>Reject return</source>
            <translation>Reject return</translation>
        </message>
        <message>
            <source>Keep by final ruling</source>
            <translation>Keep by final ruling</translation>
        </message>
        <message>
            <source>Reassign</source>
            <translation>Reassign</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>Verify</translation>
        </message>
        <message>
            <source>Send back</source>
            <translation>Send back</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>Remind</source>
            <translation>Remind</translation>
        </message>
        <message>
            <source>Supervise</source>
            <translation>Supervise</translation>
        </message>
        <message>
            <source>to acknowledge</source>
            <translation>to acknowledge</translation>
        </message>
        <message>
            <source>to report</source>
            <translation>to report</translation>
        </message>
        <message>
            <source>to complete</source>
            <translation>to complete</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>Due soon</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>Supervised</source>
            <translation>Supervised</translation>
        </message>
        <message>
            <source>Circulated</source>
            <translation>Circulated</translation>
        </message>
        <message>
            <source>Reply awaited</source>
            <translation>Reply awaited</translation>
        </message>
        <message>
            <source>Replied</source>
            <translation>Replied</translation>
        </message>
        <message>
            <source>Order withdrawn</source>
            <translation>Order withdrawn</translation>
        </message>
        <message>
            <source>Order closed</source>
            <translation>Order closed</translation>
        </message>
        <message>
            <source>%1 acknowledged</source>
            <translation>%1 acknowledged</translation>
        </message>
        <message>
            <source>Return by %1 rejected</source>
            <translation>Return by %1 rejected</translation>
        </message>
        <message>
            <source>%1 keeps it by final ruling</source>
            <translation>%1 keeps it by final ruling</translation>
        </message>
        <message>
            <source>%1 reassigned</source>
            <translation>%1 reassigned</translation>
        </message>
        <message>
            <source>Reassigned from %1 to %2</source>
            <translation>Reassigned from %1 to %2</translation>
        </message>
        <message>
            <source>Work of %1 verified</source>
            <translation>Work of %1 verified</translation>
        </message>
        <message>
            <source>Sent back to %1 for rework</source>
            <translation>Sent back to %1 for rework</translation>
        </message>
        <message>
            <source>Withdrawn from %1</source>
            <translation>Withdrawn from %1</translation>
        </message>
        <message>
            <source>%1 reminded</source>
            <translation>%1 reminded</translation>
        </message>
        <message>
            <source>Supervision order to %1</source>
            <translation>Supervision order to %1</translation>
        </message>
        <message>
            <source>Reply to the supervision order</source>
            <translation>Reply to the supervision order</translation>
        </message>
        <message>
            <source>Supervision order closed</source>
            <translation>Supervision order closed</translation>
        </message>
        <message>
            <source>%1: due soon</source>
            <translation>%1: due soon</translation>
        </message>
        <message>
            <source>%1: overdue, reminded</source>
            <translation>%1: overdue, reminded</translation>
        </message>
        <message>
            <source>%1: still overdue, supervision order</source>
            <translation>%1: still overdue, supervision order</translation>
        </message>
        <message>
            <source>%1: still overdue, circulated</source>
            <translation>%1: still overdue, circulated</translation>
        </message>
    </context>
    <context>
        <name>OrdersBoard</name>
        <message>
            <source>Orders</source>
            <translation>Orders</translation>
        </message>
        <message>
            <source>Supervision</source>
            <translation>Supervision</translation>
        </message>
        <message>
            <source>All</source>
            <translation>All</translation>
        </message>
        <message>
            <source>New</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>Closed in the last 24 h</source>
            <translation>Closed in the last 24 h</translation>
        </message>
        <message>
            <source>Title, number, place, unit</source>
            <translation>Title, number, place, unit</translation>
        </message>
        <message numerus="yes">
            <source>Copy %n row(s)</source>
            <translation>
                <numerusform>Copy %n row</numerusform>
                <numerusform>Copy %n rows</numerusform>
            </translation>
        </message>
        <message>
            <source>Copy the table</source>
            <translation>Copy the table</translation>
        </message>
        <message>
            <source>Copied: paste it into a spreadsheet or a message.</source>
            <translation>Copied: paste it into a spreadsheet or a message.</translation>
        </message>
        <message>
            <source>Export as CSV</source>
            <translation>Export as CSV</translation>
        </message>
        <message numerus="yes">
            <source>%n order(s) chosen</source>
            <translation>
                <numerusform>%n order chosen</numerusform>
                <numerusform>%n orders chosen</numerusform>
            </translation>
        </message>
        <message>
            <source>Remind all late</source>
            <translation>Remind all late</translation>
        </message>
        <message>
            <source>Choose none</source>
            <translation>Choose none</translation>
        </message>
        <message>
            <source>Export orders</source>
            <translation>Export orders</translation>
        </message>
        <message>
            <source>Comma-separated values (*.csv)</source>
            <translation>Comma-separated values (*.csv)</translation>
        </message>
        <message>
            <source>Exported.</source>
            <translation>Exported.</translation>
        </message>
        <message>
            <source>The file could not be written; nothing was exported.</source>
            <translation>The file could not be written; nothing was exported.</translation>
        </message>
    </context>
    <context>
        <name>OrdersScreen</name>
        <message>
            <source>Width of the detail</source>
            <translation>Width of the detail</translation>
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
        <message>
            <source>expires in %1</source>
            <translation>expires in %1</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>Give it up</translation>
        </message>
        <message>
            <source>Remove from the list</source>
            <translation>Remove from the list</translation>
        </message>
    </context>
    <context>
        <name>PhotoStrip</name>
        <message>
            <source>Photo</source>
            <translation>Photo</translation>
        </message>
    </context>
    <context>
        <name>PhotoViewer</name>
        <message>
            <source>Photo</source>
            <translation>Photo</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>ProgressSteps</name>
        <message>
            <source>Progress %1 %</source>
            <translation>Progress %1 %</translation>
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <source>All</source>
            <translation>All</translation>
        </message>
        <message>
            <source>New</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>Title, number, place, unit</source>
            <translation>Title, number, place, unit</translation>
        </message>
        <message>
            <source>Sort the queue</source>
            <translation>Sort the queue</translation>
        </message>
        <message>
            <source>By urgency</source>
            <translation>By urgency</translation>
        </message>
        <message>
            <source>By deadline</source>
            <translation>By deadline</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Newest first</translation>
        </message>
        <message>
            <source>Also closed in the last 24 h</source>
            <translation>Also closed in the last 24 h</translation>
        </message>
        <message>
            <source>Queue of orders</source>
            <translation>Queue of orders</translation>
        </message>
        <message>
            <source>Nothing matches what is typed</source>
            <translation>Nothing matches what is typed</translation>
        </message>
        <message>
            <source>Nothing is late</source>
            <translation>Nothing is late</translation>
        </message>
        <message>
            <source>No open orders</source>
            <translation>No open orders</translation>
        </message>
        <message>
            <source>Empty the field to see the whole queue.</source>
            <translation>Empty the field to see the whole queue.</translation>
        </message>
        <message>
            <source>Orders appear here when a deadline has passed.</source>
            <translation>Orders appear here when a deadline has passed.</translation>
        </message>
        <message>
            <source>New orders appear here as soon as anybody issues one.</source>
            <translation>New orders appear here as soon as anybody issues one.</translation>
        </message>
        <message>
            <source>New order</source>
            <translation>New order</translation>
        </message>
    </context>
    <context>
        <name>QueueRow</name>
        <message>
            <source>Level %1, %2, %3, %4</source>
            <translation>Level %1, %2, %3, %4</translation>
        </message>
        <message>
            <source>[Exercise] </source>
            <translation>[Exercise] </translation>
        </message>
    </context>
    <context>
        <name>RecipientRow</name>
        <message>
            <source>%1, lead</source>
            <translation>%1, lead</translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n open</numerusform>
                <numerusform>%n open</numerusform>
            </translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>Lead</translation>
        </message>
        <message>
            <source>Assisting</source>
            <translation>Assisting</translation>
        </message>
        <message>
            <source>Make it the lead</source>
            <translation>Make it the lead</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>Leave out</translation>
        </message>
    </context>
    <context>
        <name>ResourceCard</name>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Place in doubt</source>
            <translation>Place in doubt</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Area</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>Updated</translation>
        </message>
        <message>
            <source>New order</source>
            <translation>New order</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>Watch</translation>
        </message>
        <message>
            <source>Around here</source>
            <translation>Around here</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>Centre</translation>
        </message>
    </context>
    <context>
        <name>ResourceTable</name>
        <message>
            <source>Risks</source>
            <translation>Risks</translation>
        </message>
        <message>
            <source>Supplies</source>
            <translation>Supplies</translation>
        </message>
        <message>
            <source>Rescue forces</source>
            <translation>Rescue forces</translation>
        </message>
        <message>
            <source>Shelters</source>
            <translation>Shelters</translation>
        </message>
        <message>
            <source>Cameras</source>
            <translation>Cameras</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>Name, code, initials, address</source>
            <translation>Name, code, initials, address</translation>
        </message>
        <message numerus="yes">
            <source>Copy %n row(s)</source>
            <translation>
                <numerusform>Copy %n row</numerusform>
                <numerusform>Copy %n rows</numerusform>
            </translation>
        </message>
        <message>
            <source>Copy the table</source>
            <translation>Copy the table</translation>
        </message>
        <message>
            <source>Copied: paste it into a spreadsheet or a message.</source>
            <translation>Copied: paste it into a spreadsheet or a message.</translation>
        </message>
        <message>
            <source>Export as CSV</source>
            <translation>Export as CSV</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Area</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>No resources yet</source>
            <translation>No resources yet</translation>
        </message>
        <message>
            <source>Nothing matches</source>
            <translation>Nothing matches</translation>
        </message>
        <message>
            <source>An administrator imports them from CSV, GeoJSON or Shapefiles into the hub.</source>
            <translation>An administrator imports them from CSV, GeoJSON or Shapefiles into the hub.</translation>
        </message>
        <message>
            <source>Empty the search field or show more layers.</source>
            <translation>Empty the search field or show more layers.</translation>
        </message>
        <message>
            <source>Export resources</source>
            <translation>Export resources</translation>
        </message>
        <message>
            <source>Comma-separated values (*.csv)</source>
            <translation>Comma-separated values (*.csv)</translation>
        </message>
        <message>
            <source>Exported.</source>
            <translation>Exported.</translation>
        </message>
        <message>
            <source>The file could not be written; nothing was exported.</source>
            <translation>The file could not be written; nothing was exported.</translation>
        </message>
    </context>
    <context>
        <name>Resources</name>
        <message>
            <source>Risk</source>
            <translation>Risk</translation>
        </message>
        <message>
            <source>Supply</source>
            <translation>Supply</translation>
        </message>
        <message>
            <source>Rescue force</source>
            <translation>Rescue force</translation>
        </message>
        <message>
            <source>Shelter</source>
            <translation>Shelter</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>Camera</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>Available</translation>
        </message>
        <message>
            <source>Committed</source>
            <translation>Committed</translation>
        </message>
        <message>
            <source>Out of service</source>
            <translation>Out of service</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>Office</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>Department</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>%1 m</source>
            <translation>%1 m</translation>
        </message>
        <message>
            <source>%1 km</source>
            <translation>%1 km</translation>
        </message>
        <message>
            <source>%1 persons</source>
            <translation>%1 persons</translation>
        </message>
        <message>
            <source>%1 pieces</source>
            <translation>%1 pieces</translation>
        </message>
        <message>
            <source>%1 members</source>
            <translation>%1 members</translation>
        </message>
        <message>
            <source>%1 persons at risk</source>
            <translation>%1 persons at risk</translation>
        </message>
    </context>
    <context>
        <name>ScaleBar</name>
        <message>
            <source>%1 km</source>
            <translation>%1 km</translation>
        </message>
        <message>
            <source>%1 m</source>
            <translation>%1 m</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Clear</source>
            <translation>Clear</translation>
        </message>
    </context>
    <context>
        <name>SignInPage</name>
        <message>
            <source>Chengyun</source>
            <translation>Chengyun</translation>
        </message>
        <message>
            <source>Command hall of the city's operation centre</source>
            <translation>Command hall of the city's operation centre</translation>
        </message>
        <message>
            <source>Your session has ended. What you were writing is kept; sign in to go on.</source>
            <translation>Your session has ended. What you were writing is kept; sign in to go on.</translation>
        </message>
        <message>
            <source>First start on this machine: enter the address of your hub. Your administrator knows it.</source>
            <translation>First start on this machine: enter the address of your hub. Your administrator knows it.</translation>
        </message>
        <message>
            <source>Hub</source>
            <translation>Hub</translation>
        </message>
        <message>
            <source>Address of the hub</source>
            <translation>Address of the hub</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Signing in …</source>
            <translation>Signing in …</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Sign in</translation>
        </message>
    </context>
    <context>
        <name>Spinner</name>
        <message>
            <source>Working</source>
            <translation>Working</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Chengyun</source>
            <translation>Chengyun</translation>
        </message>
        <message>
            <source>Search or run</source>
            <translation>Search or run</translation>
        </message>
        <message>
            <source>Connected to %1</source>
            <translation>Connected to %1</translation>
        </message>
        <message>
            <source>The hub does not answer</source>
            <translation>The hub does not answer</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>connected</source>
            <translation>connected</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>offline</translation>
        </message>
        <message>
            <source>What has not reached the hub yet</source>
            <translation>What has not reached the hub yet</translation>
        </message>
        <message>
            <source>Waiting %1 · failed %2</source>
            <translation>Waiting %1 · failed %2</translation>
        </message>
        <message>
            <source>Waiting %1</source>
            <translation>Waiting %1</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>Light theme</source>
            <translation>Light theme</translation>
        </message>
        <message>
            <source>Dark theme</source>
            <translation>Dark theme</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Sign out</translation>
        </message>
    </context>
    <context>
        <name>SuggestionRow</name>
        <message>
            <source>%1, %2, %3</source>
            <translation>%1, %2, %3</translation>
        </message>
    </context>
    <context>
        <name>SupervisionCard</name>
        <message>
            <source>Reply: %1</source>
            <translation>Reply: %1</translation>
        </message>
        <message>
            <source>Outcome: %1 (%2 points deducted)</source>
            <translation>Outcome: %1 (%2 points deducted)</translation>
        </message>
        <message>
            <source>Outcome: %1</source>
            <translation>Outcome: %1</translation>
        </message>
        <message>
            <source>Reply …</source>
            <translation>Reply …</translation>
        </message>
        <message>
            <source>Settle …</source>
            <translation>Settle …</translation>
        </message>
    </context>
    <context>
        <name>SupervisionTable</name>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Order</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>Basis</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Reply due</source>
            <translation>Reply due</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Points</translation>
        </message>
        <message>
            <source>No supervision orders</source>
            <translation>No supervision orders</translation>
        </message>
        <message>
            <source>One is made when a unit stays late, or by “Supervise” on an assignment.</source>
            <translation>One is made when a unit stays late, or by “Supervise” on an assignment.</translation>
        </message>
    </context>
    <context>
        <name>SystemPage</name>
        <message>
            <source>Parts of the system screen</source>
            <translation>Parts of the system screen</translation>
        </message>
        <message>
            <source>Link and outbox</source>
            <translation>Link and outbox</translation>
        </message>
        <message>
            <source>This seat</source>
            <translation>This seat</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>About</source>
            <translation>About</translation>
        </message>
    </context>
    <context>
        <name>Table</name>
        <message>
            <source>Choose</source>
            <translation>Choose</translation>
        </message>
    </context>
    <context>
        <name>ToastStack</name>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>VideoScreen</name>
        <message>
            <source>Choose a camera at the left</source>
            <translation>Choose a camera at the left</translation>
        </message>
        <message>
            <source>Camera, place, initials</source>
            <translation>Camera, place, initials</translation>
        </message>
        <message>
            <source>Cameras</source>
            <translation>Cameras</translation>
        </message>
        <message>
            <source>Show on the map</source>
            <translation>Show on the map</translation>
        </message>
        <message>
            <source>No such camera</source>
            <translation>No such camera</translation>
        </message>
        <message>
            <source>No cameras yet</source>
            <translation>No cameras yet</translation>
        </message>
        <message>
            <source>They appear when cameras are imported into the hub.</source>
            <translation>They appear when cameras are imported into the hub.</translation>
        </message>
        <message>
            <source>One</source>
            <translation>One</translation>
        </message>
        <message>
            <source>Four</source>
            <translation>Four</translation>
        </message>
        <message>
            <source>Nine</source>
            <translation>Nine</translation>
        </message>
        <message>
            <source>A click chooses the frame, a double click enlarges it and back.</source>
            <translation>A click chooses the frame, a double click enlarges it and back.</translation>
        </message>
    </context>
    <context>
        <name>Workstation</name>
        <message>
            <source>The draft is kept: F4 opens it again.</source>
            <translation>The draft is kept: F4 opens it again.</translation>
        </message>
        <message>
            <source>New order</source>
            <translation>New order</translation>
        </message>
        <message>
            <source>Who and what is around here</source>
            <translation>Who and what is around here</translation>
        </message>
        <message>
            <source>Take note of the newest alarm</source>
            <translation>Take note of the newest alarm</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>Show alarms</source>
            <translation>Show alarms</translation>
        </message>
        <message>
            <source>Sound on or off</source>
            <translation>Sound on or off</translation>
        </message>
        <message>
            <source>Show late orders</source>
            <translation>Show late orders</translation>
        </message>
        <message>
            <source>Go to the map</source>
            <translation>Go to the map</translation>
        </message>
        <message>
            <source>Go to video</source>
            <translation>Go to video</translation>
        </message>
        <message>
            <source>Go to orders</source>
            <translation>Go to orders</translation>
        </message>
        <message>
            <source>Go to resources</source>
            <translation>Go to resources</translation>
        </message>
        <message>
            <source>Go to system</source>
            <translation>Go to system</translation>
        </message>
        <message>
            <source>Light theme</source>
            <translation>Light theme</translation>
        </message>
        <message>
            <source>Dark theme</source>
            <translation>Dark theme</translation>
        </message>
        <message>
            <source>Try the hub now</source>
            <translation>Try the hub now</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Sign out</translation>
        </message>
        <message>
            <source>%1 was not carried out: %2 It is kept under System.</source>
            <translation>%1 was not carried out: %2 It is kept under System.</translation>
        </message>
        <message>
            <source>The order has been issued.</source>
            <translation>The order has been issued.</translation>
        </message>
        <message>
            <source>The order waits and is sent when the hub is back.</source>
            <translation>The order waits and is sent when the hub is back.</translation>
        </message>
        <message>
            <source>Sent: %1</source>
            <translation>Sent: %1</translation>
        </message>
        <message>
            <source>Waits for the hub: %1</source>
            <translation>Waits for the hub: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n unit(s) reminded</source>
            <translation>
                <numerusform>%n unit reminded</numerusform>
                <numerusform>%n units reminded</numerusform>
            </translation>
        </message>
        <message>
            <source>The draft has been discarded.</source>
            <translation>The draft has been discarded.</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>Bring it back</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::AlarmBell</name>
        <message>
            <source>No sound: this machine has no audio device. Alarms are only shown.</source>
            <translation>No sound: this machine has no audio device. Alarms are only shown.</translation>
        </message>
        <message>
            <source>New order</source>
            <translation>New order</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>Due soon</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>Supervision order</source>
            <translation>Supervision order</translation>
        </message>
        <message>
            <source>Return requested</source>
            <translation>Return requested</translation>
        </message>
        <message>
            <source>The hub cannot be reached</source>
            <translation>The hub cannot be reached</translation>
        </message>
        <message>
            <source>Everything last known stays on screen; orders wait and are sent when the hub is back.</source>
            <translation>Everything last known stays on screen; orders wait and are sent when the hub is back.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::AroundModel</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Distance</source>
            <translation>Distance</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contact</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::AssignmentListModel</name>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <translation>Acknowledged</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>Arrived</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Completed</translation>
        </message>
        <message>
            <source>Last report</source>
            <translation>Last report</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contact</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::CommandBar</name>
        <message>
            <source>No. %1</source>
            <translation>No. %1</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Command</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Order</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Resource</source>
            <translation>Resource</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Area</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::HubClock</name>
        <message>
            <source>%1:%2 left</source>
            <translation>%1:%2 left</translation>
        </message>
        <message>
            <source>%1 s late</source>
            <translation>%1 s late</translation>
        </message>
        <message>
            <source>%1 min left</source>
            <translation>%1 min left</translation>
        </message>
        <message>
            <source>%1 min late</source>
            <translation>%1 min late</translation>
        </message>
        <message>
            <source>%1 h left</source>
            <translation>%1 h left</translation>
        </message>
        <message>
            <source>%1 h late</source>
            <translation>%1 h late</translation>
        </message>
        <message>
            <source>%1 d left</source>
            <translation>%1 d left</translation>
        </message>
        <message>
            <source>%1 d late</source>
            <translation>%1 d late</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>just now</translation>
        </message>
        <message>
            <source>%1 min ago</source>
            <translation>%1 min ago</translation>
        </message>
        <message>
            <source>%1 h ago</source>
            <translation>%1 h ago</translation>
        </message>
        <message>
            <source>%1 d ago</source>
            <translation>%1 d ago</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::OrderActions</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Withdraw order %1</source>
            <translation>Withdraw order %1</translation>
        </message>
        <message>
            <source>Reply to a supervision order</source>
            <translation>Reply to a supervision order</translation>
        </message>
        <message>
            <source>Close a supervision order</source>
            <translation>Close a supervision order</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::OrderDraft</name>
        <message>
            <source>Issue order: %1</source>
            <translation>Issue order: %1</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::OrderListModel</name>
        <message>
            <source>%1 +%2</source>
            <translation>%1 +%2</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>Units</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>Issued</translation>
        </message>
        <message>
            <source>Issuer</source>
            <translation>Issuer</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::Outbox</name>
        <message>
            <source>Commands cannot be kept on this machine: %1</source>
            <translation>Commands cannot be kept on this machine: %1</translation>
        </message>
        <message>
            <source>Not confirmed yet</source>
            <translation>Not confirmed yet</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Sending</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Expired</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::Photos</name>
        <message>
            <source>Photo %1</source>
            <translation>Photo %1</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::RecipientModel</name>
        <message>
            <source>Unknown unit</source>
            <translation>Unknown unit</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::ResourceListModel</name>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Layer</translation>
        </message>
        <message>
            <source>Longitude</source>
            <translation>Longitude</translation>
        </message>
        <message>
            <source>Latitude</source>
            <translation>Latitude</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Class</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Area</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>Updated</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::Session</name>
        <message>
            <source>Operator</source>
            <translation>Operator</translation>
        </message>
        <message>
            <source>Commander</source>
            <translation>Commander</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>Auditor</source>
            <translation>Auditor</translation>
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
        <message>
            <source>Out of service</source>
            <translation>Out of service</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::SupervisionListModel</name>
        <message>
            <source>Timer</source>
            <translation>Timer</translation>
        </message>
    </context>
    <context>
        <name>chengyun::console::TimelineModel</name>
        <message>
            <source>Timer</source>
            <translation>Timer</translation>
        </message>
    </context>
</TS>
