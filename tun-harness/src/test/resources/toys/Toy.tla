------------------------------- MODULE Toy -------------------------------
(* Two ends that greet each other: as small as a model with both ends, a channel, faults and a timer can be. Its variables and *)
(* actions have the names of the generated models, so that tests of what reads them need no generator.                       *)
EXTENDS Lockstep

CONSTANT MaxFaults

VARIABLES tcb, net, faults
vars == <<tcb, net, faults>>

Other(p) == IF p = "A" THEN "B" ELSE "A"
Segment(seq, ack, ctl) == [SEQ |-> seq, ACK |-> ack, CTL |-> ctl, WND |-> 3, MSS |-> 0, TEXT |-> <<>>]
Fresh(state) == [STATE |-> state, ISS |-> 0, SND_UNA |-> 0, SND_NXT |-> 0, RCV_NXT |-> 0, ARMED |-> {}]

Init ==
  /\ tcb = [A |-> Fresh("CLOSED"), B |-> Fresh("LISTEN")]
  /\ net = [A |-> <<>>, B |-> <<>>]
  /\ faults = 0

OpenA ==
  /\ tcb["A"].STATE = "CLOSED"
  /\ Fired(<<"open-active">>)
  /\ tcb' = [tcb EXCEPT !["A"] = [@ EXCEPT !.STATE = "SYN-SENT", !.ISS = 6, !.SND_UNA = 6, !.SND_NXT = 7, !.ARMED = {"retransmission"}]]
  /\ net' = [net EXCEPT !["B"] = Append(@, Segment(6, 0, {"SYN"}))]
  /\ UNCHANGED faults

ReceiveB ==
  /\ net["B"] # <<>>
  /\ LET s == Head(net["B"]) IN
     CASE tcb["B"].STATE = "LISTEN" /\ s.CTL = {"SYN"} ->
            /\ Fired(<<"listen-syn">>)
            /\ tcb' = [tcb EXCEPT !["B"] = [@ EXCEPT !.STATE = "SYN-RECEIVED", !.RCV_NXT = 7, !.ISS = 3, !.SND_UNA = 3, !.SND_NXT = 4]]
            /\ net' = [net EXCEPT !["B"] = Tail(@), !["A"] = Append(@, Segment(3, 7, {"SYN", "ACK"}))]
       [] tcb["B"].STATE = "SYN-RECEIVED" /\ s.CTL = {"SYN"} ->
            /\ Fired(<<"seq-bad">>)
            /\ tcb' = tcb
            /\ net' = [net EXCEPT !["B"] = Tail(@), !["A"] = Append(@, Segment(3, 7, {"SYN", "ACK"}))]
       [] OTHER ->
            /\ Fired(<<"seq-ok", "ack-established">>)
            /\ tcb' = [tcb EXCEPT !["B"] = [@ EXCEPT !.STATE = "ESTABLISHED", !.SND_UNA = 4]]
            /\ net' = [net EXCEPT !["B"] = Tail(@)]
  /\ UNCHANGED faults

ReceiveA ==
  /\ net["A"] # <<>>
  /\ Fired(<<"syn-sent-established">>)
  /\ tcb' = [tcb EXCEPT !["A"] = [@ EXCEPT !.STATE = "ESTABLISHED", !.SND_UNA = 7, !.RCV_NXT = 4, !.ARMED = {}]]
  /\ net' = [net EXCEPT !["A"] = Tail(@), !["B"] = Append(@, Segment(7, 4, {"ACK"}))]
  /\ UNCHANGED faults

RetransmissionA ==
  /\ "retransmission" \in tcb["A"].ARMED
  /\ net = [A |-> <<>>, B |-> <<>>]
  /\ Fired(<<"resend-syn">>)
  /\ net' = [net EXCEPT !["B"] = Append(@, Segment(6, 0, {"SYN"}))]
  /\ UNCHANGED <<tcb, faults>>

Fault(p, channel) == faults' = (IF MaxFaults = 9 THEN 0 ELSE faults + 1) /\ net' = [net EXCEPT ![p] = channel] /\ UNCHANGED tcb
May(p) == faults < MaxFaults /\ net[p] # <<>>
LoseToA == May("A") /\ Fault("A", Tail(net["A"]))
LoseToB == May("B") /\ Fault("B", Tail(net["B"]))
DuplicateToB == May("B") /\ Fault("B", Append(net["B"], Head(net["B"])))

Done ==
  /\ tcb["A"].STATE = "ESTABLISHED"
  /\ UNCHANGED vars

Next == OpenA \/ ReceiveA \/ ReceiveB \/ RetransmissionA \/ LoseToA \/ LoseToB \/ DuplicateToB \/ Done
Spec == Init /\ [][Next]_vars /\ WF_vars(OpenA) /\ WF_vars(ReceiveA) /\ WF_vars(ReceiveB) /\ WF_vars(RetransmissionA)
NoTimer == Init /\ [][OpenA \/ ReceiveA \/ ReceiveB \/ LoseToA \/ Done]_vars

Unfair == Init /\ [][Next]_vars /\ WF_vars(OpenA) /\ WF_vars(ReceiveB) /\ WF_vars(RetransmissionA)

(* True. *)
TypeOK == faults \in 0 .. MaxFaults
StatesNoted == Paired(tcb["A"].STATE, tcb["B"].STATE)
Greeted == <>(tcb["A"].STATE = "ESTABLISHED")

(* False, each in its own way. *)
NeverMeet == ~(tcb["A"].STATE = "ESTABLISHED" /\ tcb["B"].STATE = "ESTABLISHED")
NoListener == tcb["B"].STATE # "LISTEN"
Asserted == tcb["A"].STATE = "SYN-SENT" => Assert(FALSE, <<"no row matches", tcb["A"]>>)
Compared == tcb["A"].STATE = "SYN-SENT" => tcb["A"].ISS = "six"
NeverBack == [][tcb["B"].STATE = "SYN-RECEIVED" => tcb'["B"].STATE = "SYN-RECEIVED"]_vars
NotAfterFaults == ~(faults = 3 /\ tcb["B"].STATE = "ESTABLISHED")
Forgets == <>(tcb["A"].STATE = "LISTEN")

(* True, and the premise is met. *)
Polite == (tcb["A"].STATE = "ESTABLISHED" /\ Applies("polite")) => faults >= 0
=============================================================================
